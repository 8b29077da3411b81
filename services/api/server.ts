import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Express } from 'express';

/** How long requests in flight may go on once the server closes, in ms: the whole has ended 10 s after it was asked to. */
export const graceMs = 4000;

export type RunningServer = { url: string; port: number; close(): Promise<void> };

/** The server cannot listen where it was told to; the message says what to do. */
export class ListenError extends Error {
  override name = 'ListenError';
}

/**
 * Listens with the app. `close` takes no further connections, lets requests in flight finish and ends idle ones.
 * Throws an error that says what to do where the port is taken or not allowed.
 */
export async function startServer(app: Express, at: { host: string; port: number }): Promise<RunningServer> {
  const server = createServer(
    // Slow senders cannot hold a connection: headers within 20 s, a whole body of 10 MB within 2 minutes.
    { headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 },
    app,
  );
  const connections = trackConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, at)));
    server.listen(at.port, at.host, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${shownHost(at.host)}:${port}`,
    port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      connections.endIdle();
      const late = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(late);
    },
  };
}

/**
 * Knows which connections have a request in flight. Node's own `closeIdleConnections` leaves those open on which
 * none has come yet, and browsers open such ones in advance.
 */
function trackConnections(server: Server) {
  const idle = new Set<Socket>();
  let isEnding = false;
  server.on('connection', (socket: Socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => {
      if (isEnding) socket.end();
      else if (!socket.destroyed) idle.add(socket);
    });
  });
  return {
    /** Ends idle connections now, and the others when their answer is out. */
    endIdle() {
      isEnding = true;
      for (const socket of idle) socket.destroy();
    },
  };
}

function explain(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  const options = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new ListenError(
        `Port ${port} on ${host} is taken by another program: set PORT to a free one (PORT=0 takes any), or stop that program.`,
        options,
      );
    case 'EACCES':
      return new ListenError(
        `Port ${port} needs more rights than this user has: set PORT to 1024 or more.`,
        options,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ListenError(
        `${host} is not an address of this machine: set HOST to one, such as 127.0.0.1.`,
        options,
      );
  }
  return error;
}

/** An address that a browser on this machine can open. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
