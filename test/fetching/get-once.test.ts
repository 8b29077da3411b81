import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAddressGuard } from '../../services/fetching/address-guard.ts';
import { FetchError } from '../../services/fetching/fetch-error.ts';
import { type GetOptions, getOnce, type Resolve } from '../../services/fetching/get-once.ts';
import { startWorldServer, type WorldServer } from './world-server.ts';

let world: WorldServer;
beforeAll(async () => {
  world = await startWorldServer();
});
afterAll(() => world.close());

function get(address: string, over: Partial<GetOptions> = {}) {
  return getOnce(new URL(address, world.url), {
    headers: {},
    maxBytes: 100_000,
    connectMs: 2000,
    totalMs: 5000,
    guard: createAddressGuard([world.host]),
    ...over,
  });
}

const fault = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('nothing was refused'),
    (error: FetchError) => {
      expect(error).toBeInstanceOf(FetchError);
      return error;
    },
  );

describe('a request', () => {
  it('answers status, headers and body', async () => {
    world.on('/plain', 'hello');
    expect(await get('/plain')).toMatchObject({ status: 200, body: Buffer.from('hello') });
    expect(await get('/missing')).toMatchObject({ status: 404, body: Buffer.alloc(0) });
  });

  it('does not follow redirects', async () => {
    world.on('/moved', (_, response) => response.writeHead(302, { location: '/plain' }).end('moved'));
    expect(await get('/moved')).toMatchObject({ status: 302, headers: { location: '/plain' } });
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('unpacks %s', async (encoding, pack) => {
    world.on('/packed', (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(pack(Buffer.from('packed text'))),
    );
    expect((await get('/packed')).body.toString()).toBe('packed text');
  });

  it.each(['UTF-8', 'none', 'identity', ''])(
    'reads as it is what says %j of its packing',
    async (encoding) => {
      world.on('/plain', (_, response) =>
        response.writeHead(200, { 'content-encoding': encoding }).end('as it is'),
      );
      expect((await get('/plain')).body.toString()).toBe('as it is');
    },
  );

  it('refuses what is packed in another way, or not as it says', async () => {
    world.on('/zstd', (_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('x'));
    world.on('/no-gzip', (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
    );
    expect((await fault(get('/zstd'))).message).toContain('packed in a way');
    expect((await fault(get('/no-gzip'))).message).toContain('cannot be unpacked');
  });
});

describe('the limit of size', () => {
  it('holds for the declared length, before a byte is read', async () => {
    world.on('/declared', (_, response) =>
      response.writeHead(200, { 'content-length': 100_001 }).flushHeaders(),
    );
    const error = await fault(get('/declared'));
    expect(error.message).toContain('larger than the 0.1 MB');
    expect(error.retry).toBe(false);
  });

  it('holds for a body that never ends', async () => {
    world.on('/endless', (_, response) => {
      const more = () =>
        void (response.write('x'.repeat(10_000)) ? setImmediate(more) : response.once('drain', more));
      more();
    });
    expect((await fault(get('/endless'))).message).toContain('larger than');
  });

  it('holds for what is unpacked: 200 MB in 200 kB', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    world.on('/bomb', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    const before = process.memoryUsage().rss;
    expect((await fault(get('/bomb', { maxBytes: 1_000_000 }))).message).toContain('larger than the 1 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('may cut instead, where a beginning is enough', async () => {
    world.on('/long', 'x'.repeat(300_000));
    const { body } = await get('/long', { cuts: true });
    expect(body.length).toBeGreaterThan(0);
    expect(body.length).toBeLessThanOrEqual(100_000);
  });
});

describe('the limits of time', () => {
  it('end a server that takes the request and stays silent', async () => {
    world.on('/silent', () => {});
    const error = await fault(get('/silent', { totalMs: 150 }));
    expect(error).toMatchObject({ retry: true, message: `${world.host} took longer than 0.15 s` });
  });

  it('end one that sends a byte now and then', async () => {
    world.on('/drip', (_, response) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect((await fault(get('/drip', { totalMs: 150 }))).message).toContain('took longer');
  });

  it('end a name server that never answers', async () => {
    const error = await fault(get('http://example.org/', { connectMs: 100, resolve: () => {} }));
    expect(error.message).toBe('example.org did not connect within 0.1 s');
  });

  it('give way to whoever stops the work', async () => {
    const stop = new AbortController();
    const asked = get('/silent', { signal: stop.signal });
    stop.abort(new Error('stopping'));
    await expect(asked).rejects.toThrow('stopping');
  });
});

describe('a server that is not there', () => {
  it('is told in words, and may be tried again', async () => {
    const gone = await startWorldServer();
    await gone.close();
    const guard = createAddressGuard([gone.host]);
    expect(await fault(get(gone.url, { guard }))).toMatchObject({
      message: `${gone.host} refused the connection`,
      retry: true,
    });
  });

  it('is told in words where it hangs up', async () => {
    world.on('/hang-up', (request) => request.socket.destroy());
    expect((await fault(get('/hang-up'))).message).toBe(`${world.host} broke the connection off`);
  });

  it('is told in words where it hangs up on the way', async () => {
    world.on('/half', (_, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('half', () => response.destroy());
    });
    expect((await fault(get('/half'))).retry).toBe(true);
  });
});

describe('a name that leads into our own network', () => {
  const answering =
    (address: string): Resolve =>
    (_name, _options, callback) =>
      callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  const guard = createAddressGuard([]);

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.5', '169.254.169.254'])(
    'is refused where it resolves to %s',
    async (address) => {
      const before = world.requests.length;
      const error = await fault(get('http://innocent.example.org/', { guard, resolve: answering(address) }));
      expect(error.message).toContain('innocent.example.org is not an address of the public web');
      expect(error.retry).toBe(false);
      expect(world.requests.length).toBe(before);
    },
  );

  it('cannot change its mind between the check and the connection', async () => {
    // 127.0.0.2, where nobody listens, stands in for the public address of the first answer. A name is looked up
    // once, and what was checked is what is connected to.
    let asked = 0;
    const resolve: Resolve = (_name, _options, callback) => {
      asked += 1;
      callback(null, [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]);
    };
    const before = world.requests.length;
    const wider = createAddressGuard(['127.0.0.2/32']);
    const port = world.host.split(':')[1];
    await fault(get(`http://rebind.example.org:${port}/`, { guard: wider, resolve }));
    expect(asked).toBe(1);
    expect(world.requests.length).toBe(before);
  });
});
