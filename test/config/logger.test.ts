import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../../config/logger.ts';
import { secretHider } from '../../config/secrets.ts';

function logged(config: Partial<Parameters<typeof createLogger>[0]> = {}) {
  const lines: string[] = [];
  const log = createLogger({ logLevel: 'info', ...config }, { write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1)!) };
}

afterEach(() => void vi.useRealTimers());

describe('The log', () => {
  it('hides a password of REDIS_URL that the library puts into its error', () => {
    const { log, lines } = logged({ redisUrl: 'redis://:hunter-2222@cache:6379/0' });
    const err = Object.assign(new Error('WRONGPASS invalid username-password pair'), {
      command: { name: 'auth', args: ['hunter-2222'] },
    });
    log.warn({ err }, 'Redis is out of reach');
    expect(lines[0]).not.toContain('hunter-2222');
    expect(lines[0]).toContain('WRONGPASS');
  });

  it('writes a warning that repeats itself once, and later says how many were held back', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { log, lines, last } = logged();
    for (let i = 0; i < 100; i += 1) log.warn({ err: new Error('connect ECONNREFUSED') }, 'out of reach');
    expect(lines).toHaveLength(1);
    vi.advanceTimersByTime(11_000);
    log.warn({ err: new Error('connect ECONNREFUSED') }, 'out of reach');
    expect(lines).toHaveLength(2);
    expect(last()).toMatchObject({ heldBack: 99, msg: 'out of reach' });
  });

  it('holds back nothing that differs in a field, and nothing below a warning', () => {
    const { log, lines } = logged();
    const request: Record<string, unknown> = {};
    request.itself = request;
    for (const id of [1, 2]) log.error({ id, err: new Error('poison') }, 'set aside');
    for (let i = 0; i < 2; i += 1) log.error({ request }, 'a request failed');
    for (let i = 0; i < 2; i += 1) log.info('a request');
    expect(lines).toHaveLength(6);
  });
});

describe('Secrets in a text', () => {
  it.each([
    ['as they are', 'p@ss/w"ord'],
    ['as in an address', 'p%40ss%2Fw%22ord'],
    ['escaped as in JSON', 'p@ss/w\\"ord'],
    ['in base64', Buffer.from('p@ss/w"ord').toString('base64')],
    ['in base64 with the user', Buffer.from('\0buyer\0p@ss/w"ord').toString('base64')],
  ])('are hidden %s', (_, form) => {
    const hide = secretHider({ smtpUrl: 'smtps://buyer:p%40ss%2Fw%22ord@mail.example.org' });
    expect(hide(`535 5.7.8 refused ${form} of buyer`)).toBe('535 5.7.8 refused (hidden) of buyer');
  });

  it('are hidden in the parameters of an address, and as keys', () => {
    const hide = secretHider({
      databaseUrl: 'postgres://host/db?password=correct-horse',
      adminKey: 'k-123456',
    });
    expect(hide('password=correct-horse, key k-123456')).toBe('password=(hidden), key (hidden)');
  });

  it('garble no text where a password is a short word', () => {
    const hide = secretHider({ redisUrl: 'redis://:a@cache' });
    expect(hide('{"args":["a"],"msg":"a job of redis://:a@cache failed"}')).toBe(
      '{"args":["(hidden)"],"msg":"a job of redis://:(hidden)@cache failed"}',
    );
  });
});
