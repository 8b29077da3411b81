import { createApp } from '../../services/api/app.ts';
import { type RunningServer, startServer } from '../../services/api/server.ts';
import type { Json } from '../api/support.ts';
import type { TestPipeline } from './pipeline.ts';

/** Serves the API of a pipeline on a free port, to whoever has the key "key". */
export function serve({ context }: TestPipeline): Promise<RunningServer> {
  const app = createApp({ context, config: { adminKey: 'key' } });
  return startServer(app, { host: '127.0.0.1', port: 0 });
}

/** Asks a server as whoever has the key "key"; the body is what the answer's JSON holds, or empty text. */
export async function call(
  server: RunningServer,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Json }> {
  const headers = { authorization: 'Bearer key', 'content-type': 'application/json' };
  const init = { method, headers, body: body && JSON.stringify(body) } as RequestInit;
  const answer = await fetch(server.url + path, init);
  const text = await answer.text();
  return { status: answer.status, body: text && JSON.parse(text) };
}
