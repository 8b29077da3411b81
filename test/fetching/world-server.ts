import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export type WorldServer = {
  /** `127.0.0.1:PORT` */
  host: string;
  url: string;
  /** Method, path and headers of every request so far. */
  requests: { path: string; headers: IncomingMessage['headers']; at: number }[];
  /** Answers of one path, whatever its query unless it is named; a text is sent with status 200. */
  on(path: string, answer: Handler | string): void;
  pathsAsked(): string[];
  close(): Promise<void>;
};

/** A server on this machine that plays the web: each path as it is told, 404 for all others. */
export async function startWorldServer(): Promise<WorldServer> {
  const answers = new Map<string, Handler | string>();
  const requests: WorldServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers, at: Date.now() });
    const answer = answers.get(path) ?? answers.get(path.split('?')[0]!);
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string') response.end(answer);
    else answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    requests,
    on: (path, answer) => void answers.set(path, answer),
    pathsAsked: () => requests.map((request) => request.path),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
