import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type ChatRequest = {
  path: string;
  authorization: string | undefined;
  body: {
    model?: string;
    messages: { role: string; content: string }[];
    response_format: { type: string; json_schema: { name: string; strict: boolean; schema: unknown } };
  };
};

type Reply = (request: ChatRequest, response: ServerResponse, attempt: number) => void;

export type ModelTestServer = {
  url: string;
  host: string;
  requests: ChatRequest[];
  /** What the server does with the next requests. */
  reply: Reply;
  close(): Promise<void>;
};

/** A server that speaks the protocol of chat completions. */
export async function startModelServer(): Promise<ModelTestServer> {
  const server = createServer(async (request, response) => {
    const chat = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: await readJson(request),
    };
    self.requests.push(chat);
    self.reply(chat, response, self.requests.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const self: ModelTestServer = {
    url: `http://${host}/v1`,
    host,
    requests: [],
    reply: answering([]),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return self;
}

async function readJson(request: IncomingMessage) {
  let text = '';
  for await (const piece of request) text += piece;
  return JSON.parse(text);
}

/** A completion whose text is this, as JSON unless it is a text already. */
export function saying(content: unknown): Reply {
  return (_request, response) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: 'c1',
        object: 'chat.completion',
        choices: [{ index: 0, message: { role: 'assistant', content: text } }],
        usage: { prompt_tokens: 812, completion_tokens: 97, total_tokens: 909 },
      }),
    );
  };
}

export function answering(events: readonly unknown[]): Reply {
  return saying({ events });
}
