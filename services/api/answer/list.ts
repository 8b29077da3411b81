import type { Request, Response } from 'express';
import type { ListForm, Page } from '../routes/route.ts';
import { csvOf } from './csv.ts';
import { badQuery, HttpProblem } from './problem.ts';

export const mediaTypes = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
} as const;
export type Format = keyof typeof mediaTypes;

/** The formats that a list can be had in. */
export function formatsOf(form: ListForm): Format[] {
  return form.hasPlace ? ['json', 'geojson', 'csv'] : ['json', 'csv'];
}

/** The parameter `format` decides, then the header Accept; throws a problem where a list has no such format. */
export function chooseFormat(request: Request, form: ListForm): Format {
  const formats = formatsOf(form);
  const { format: wanted } = request.query;
  if (wanted !== undefined) {
    const format = formats.find((name) => name === wanted);
    if (format) return format;
    const expected = `must be one of ${formats.join(', ')}`;
    throw badQuery([{ field: 'format', expected, got: JSON.stringify(wanted) }]);
  }
  const types = formats.map((name) => mediaTypes[name]);
  const accepted = request.accepts(types);
  const format = formats.find((name) => mediaTypes[name] === accepted);
  if (format) return format;
  throw new HttpProblem({
    status: 406,
    title: 'Not acceptable',
    detail: `This list comes as ${types.join(', ')}.`,
  });
}

/** Sends a page; in every format the header Link names the next one. */
export function sendList(
  request: Request,
  response: Response,
  form: ListForm,
  format: Format,
  page: Page<Record<string, unknown>>,
): void {
  if (page.next !== null) response.set('Link', `<${nextAddress(request, page.next)}>; rel="next"`);
  switch (format) {
    case 'csv':
      response.set('Content-Disposition', `attachment; filename="${form.name}.csv"`);
      response.type('text/csv; charset=utf-8').send(csvOf(form.item, page.items));
      return;
    case 'geojson':
      response.type(mediaTypes.geojson).send(JSON.stringify(featuresOf(page)));
      return;
    case 'json':
      response.json(page);
  }
}

function nextAddress(request: Request, after: string): string {
  const [path, query] = request.originalUrl.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('after', after);
  return `${path}?${parameters}`;
}

/** RFC 7946: items are features, those without a place have no geometry; `next` is a foreign member. */
function featuresOf(page: Page<Record<string, unknown>>) {
  return {
    type: 'FeatureCollection',
    features: page.items.map((item) => {
      const { id, latitude, longitude, ...properties } = item;
      const isPlaced = typeof latitude === 'number' && typeof longitude === 'number';
      return {
        type: 'Feature',
        id,
        geometry: isPlaced ? { type: 'Point', coordinates: [longitude, latitude] } : null,
        properties: { id, ...properties },
      };
    }),
    next: page.next,
  };
}
