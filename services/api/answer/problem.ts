import type { ErrorRequestHandler, Request } from 'express';
import type { Refusal } from '../../refusing/refusal.ts';

/** Problem details as in RFC 9457; `errors` and whatever stands in `more` are extension members. */
export type Problem = {
  status: number;
  title: string;
  detail: string;
  errors?: Refusal[];
  more?: Record<string, unknown>;
  headers?: Record<string, string>;
};

/** Ends a request with problem details. Thrown anywhere below a route; `answerWithProblem` sends it. */
export class HttpProblem extends Error {
  override name = 'HttpProblem';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export function notFound(detail: string): HttpProblem {
  return new HttpProblem({ status: 404, title: 'Not found', detail });
}

/** A body that was understood but does not hold what it must. */
export function unprocessable(detail: string, errors: Refusal[], more?: Problem['more']): HttpProblem {
  return new HttpProblem({ status: 422, title: 'Refused content', detail, errors, more });
}

export function badQuery(errors: Refusal[]): HttpProblem {
  const detail = errors
    .map(({ field, expected, got }) => `${field}: ${expected}${got === 'nothing' ? '' : ` (got ${got})`}`)
    .join('; ');
  return new HttpProblem({ status: 400, title: 'Bad query', detail, errors });
}

/** The one place where errors become answers. What nobody foresaw is logged and told as a 500 without its inside. */
export const answerWithProblem: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error);
  const problem = problemOf(error, request);
  // pino-http logs the error beside the answer; what the client did wrong is not an error of ours.
  if (problem.status >= 500) response.err = error instanceof Error ? error : new Error(String(error));
  const { status, title, detail, errors, more } = problem;
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store', ...problem.headers })
    .type('application/problem+json')
    .send(
      JSON.stringify({ type: 'about:blank', title, status, detail, errors, ...more, requestId: request.id }),
    );
};

function problemOf(error: unknown, request: Request): Problem {
  if (error instanceof HttpProblem) return error.problem;
  const { type, status, code } = error as { type?: string; status?: number; code?: string };
  switch (type) {
    case 'entity.parse.failed':
      return {
        status: 400,
        title: 'Malformed JSON',
        detail: jsonMistake(error as SyntaxError & { body: string }),
      };
    case 'entity.too.large': {
      const { limit } = error as { limit?: number };
      const most = limit === undefined ? 'the limit' : `${limit} bytes`;
      const detail = `The body is larger than ${most}, the most that is taken here at once.`;
      return { status: 413, title: 'Body too large', detail };
    }
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return {
        status: 415,
        title: 'Unsupported media type',
        detail: `${(error as Error).message}: send UTF-8, plain or gzipped.`,
      };
  }
  if (error instanceof RangeError && request.body !== undefined) {
    return {
      status: 422,
      title: 'Refused content',
      detail: 'The body is nested more deeply than can be read.',
    };
  }
  // zlib's own words for a body that is not what its Content-Encoding says, or that breaks off.
  if (code !== undefined && /^(Z_|ERR_BUFFER|ERR_ZLIB|ERR__ERROR|ERR_BROTLI)/.test(code)) {
    const detail = 'The body is not what its Content-Encoding says, or it breaks off: it cannot be unpacked.';
    return { status: 400, title: 'Malformed body', detail };
  }
  if (error instanceof URIError) {
    return {
      status: 400,
      title: 'Bad address',
      detail: `The path ${request.path} is not valid percent-encoding.`,
    };
  }
  if (isDatabaseAway(code, error)) {
    const detail = 'The database cannot be reached at the moment. Try again shortly.';
    return { status: 503, title: 'Not available', detail, headers: { 'Retry-After': '5' } };
  }
  if (type !== undefined && status !== undefined && status >= 400 && status < 500) {
    return { status, title: 'Bad request', detail: (error as Error).message };
  }
  const detail = 'Something went wrong on our side. The log has more under the request id.';
  return { status: 500, title: 'Internal error', detail };
}

/** Class 08: connection; 53300: too many connections; 57P0x: the server stops, starts or was killed. */
function isDatabaseAway(code: string | undefined, error: unknown): boolean {
  if (code !== undefined && /^(08...|53300|57P0[123]|ECONN(REFUSED|RESET)|ENOENT|EPIPE)$/.test(code))
    return true;
  const { message } = error as { message?: string };
  return /^(timeout exceeded when trying to connect|Connection terminated)/.test(message ?? '');
}

/** What V8 says of the mistake, with its line and column where it gives a position. */
function jsonMistake(error: SyntaxError & { body: string }): string {
  const position = / at position (\d+)/.exec(error.message)?.[1];
  if (position === undefined) return `The body is not valid JSON: ${error.message}`;
  const before = error.body.slice(0, Number(position)).split('\n');
  const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
  return `The body is not valid JSON: ${error.message} (${place})`;
}
