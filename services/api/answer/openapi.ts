import { z } from 'zod';
import type { Route } from '../routes/route.ts';
import { formatsOf, mediaTypes } from './list.ts';

type Json = Record<string, unknown>;

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), expected: z.string(), got: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457).' });

/** The OpenAPI 3.1 document of the routes, from the schemas that they validate with. */
export function openapiOf(routes: readonly Route[], version: string): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    paths[route.path]![route.method] = operationOf(route, components);
  }
  const schema = jsonSchema(problem, 'output', components);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Orewatch',
      version,
      description: 'Conflict events, mining sites, and the risk that ties them together.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: { description: 'What is wrong', content: { 'application/problem+json': { schema } } },
      },
      schemas: components,
    },
  };
}

function operationOf(route: Route, components: Json): Json {
  const answers = Object.entries(route.answers).map(([status, answer]) => [
    status,
    answerOf(route, Number(status), answer, components),
  ]);
  return {
    operationId: operationId(route),
    summary: route.summary,
    description: route.description,
    security: route.isOpen ? [] : undefined,
    parameters: parametersOf(route, components),
    requestBody: route.body && {
      required: true,
      content: { 'application/json': { schema: jsonSchema(route.body.schema, 'input', components) } },
    },
    responses: { ...Object.fromEntries(answers), default: { $ref: '#/components/responses/Problem' } },
  };
}

function typeOf(schema: z.ZodType): string {
  return schema instanceof z.ZodString ? 'text/plain' : 'application/json';
}

/** Such as getSitesIdRisk. */
function operationId({ method, path }: Route): string {
  const words = path.split(/\W+/).filter((word) => word !== '');
  return method + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

function answerOf(route: Route, status: number, answer: Route['answers'][number], components: Json): Json {
  if (status >= 400) {
    const schema = { $ref: '#/components/schemas/Problem' };
    return { description: answer.description, content: { 'application/problem+json': { schema } } };
  }
  if (route.list) return { description: answer.description, content: listContent(route.list, components) };
  if (!answer.schema) return { description: answer.description };
  return {
    description: answer.description,
    content: { [typeOf(answer.schema)]: { schema: jsonSchema(answer.schema, 'output', components) } },
  };
}

function listContent(list: NonNullable<Route['list']>, components: Json): Json {
  const page = z.object({ items: z.array(list.item), next: z.string().nullable() });
  const schemas: Json = {
    json: jsonSchema(page, 'output', components),
    geojson: { type: 'object', description: 'A FeatureCollection (RFC 7946), with the member `next`.' },
    csv: { type: 'string' },
  };
  return Object.fromEntries(
    formatsOf(list).map((format) => [mediaTypes[format], { schema: schemas[format] }]),
  );
}

function parametersOf(route: Route, components: Json): Json[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(route.query.shape).map(([name, field]) => {
    const { description, ...schema } = jsonSchema(field as z.ZodType, 'input', components);
    const required = !(field as z.ZodType).safeParse(undefined).success;
    return { name, in: 'query', required, description, schema };
  });
  return [...inPath, ...inQuery];
}

/** A schema as OpenAPI 3.1 takes it. Named schemas move to `components`, once each. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const {
    $schema: _,
    $defs,
    ...converted
  } = z.toJSONSchema(schema, {
    io,
    override({ jsonSchema }) {
      // Answers may gain fields within /v1: a client must not be told that there are no others.
      if (io === 'output') delete jsonSchema.additionalProperties;
    },
  }) as Json;
  const placed = JSON.stringify({ ...($defs as Json), '': converted }).replaceAll(
    '"#/$defs/',
    '"#/components/schemas/',
  );
  const { '': own, ...named } = JSON.parse(placed) as Record<string, Json>;
  for (const [name, definition] of Object.entries(named)) place(name, definition, components);
  const id = schema.meta()?.id;
  if (id === undefined) return own!;
  place(id, own!, components);
  return { $ref: `#/components/schemas/${id}` };
}

/** Puts a named schema where references find it. One that only refers to itself names what stands there already. */
function place(name: string, definition: Json, components: Json): void {
  const { id: _, ...schema } = definition;
  if (schema.$ref === `#/components/schemas/${name}`) return;
  components[name] = schema;
}
