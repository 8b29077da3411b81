import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { claimMessage, prolongClaim } from '../../services/database/deliveries/message.ts';
import { type MailServer, startMailServer } from '../notifier/mail/mail-server.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';
import { until } from '../support/redis.ts';

const slowMs = 30_000;
const mine = { id: 'bisie', latitude: -1.03, longitude: 27.74 };
const near = { latitude: -1.03, longitude: 27.74 };

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function startWith(options: Parameters<typeof startMailServer>[0]) {
  const server = await startMailServer(options);
  endings.push(() => server.close());
  const pipeline = await startPipeline(null, 0, server.url);
  endings.push(() => pipeline.stop());
  return { server, pipeline };
}

/** An alert that is told to each of the addresses, without waiting until the mails are out. */
async function tell(pipeline: TestPipeline, addresses: readonly string[]): Promise<void> {
  await pipeline.addSites(mine);
  for (const address of addresses) await pipeline.subscribe(address, { sites: [mine.id] });
  await pipeline.postOnly(near);
}

async function openTransactions({ database }: TestPipeline): Promise<number> {
  const { rows } = await database.query(
    `select count(*) as count from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%' and now() - xact_start > interval '1 s'`,
  );
  return rows[0].count;
}

describe('a mail server that takes 30 seconds for a mail', { timeout: 90_000 }, () => {
  test('holds no transaction open, and no mail of another server waits for it', async () => {
    let isUnderWay = 0;
    const slow: MailServer['received'] = [];
    const { server, pipeline } = await startWith({
      onData(stream, session, callback) {
        stream.resume();
        stream.on('end', () => {
          isUnderWay += 1;
          setTimeout(() => {
            slow.push({ raw: Buffer.alloc(0), recipients: session.envelope.rcptTo.map((to) => to.address) });
            callback();
          }, slowMs);
        });
      },
    });
    const startedAt = performance.now();
    await tell(pipeline, ['a@example.org', 'b@example.org', 'c@example.org']);
    await until('three mails under way', async () => isUnderWay === 3);
    await pause(1500);
    expect(await openTransactions(pipeline)).toBe(0);
    // Everything before the mail server goes on meanwhile: another alert is decided upon and put into messages.
    await pipeline.addSitesOnly({ id: 'other', latitude: 5, longitude: 20 });
    await pipeline.subscribe('d@example.org', { sites: ['other'] });
    await pipeline.postOnly({ sourceEventId: 'E2', latitude: 5, longitude: 20 });
    await until('the next mail under way beside them', async () => isUnderWay === 4);
    expect(performance.now() - startedAt).toBeLessThan(slowMs);
    expect(slow).toEqual([]);
    // Its lease is prolonged for as long as it takes: nobody sends it a second time.
    await until('all mails', async () => slow.length === 4, 2 * slowMs);
    await pipeline.idle();
    expect(isUnderWay).toBe(4);
    expect(server.received).toEqual([]);
    const { rows } = await pipeline.database.query('select state, attempts from message');
    expect(rows).toEqual(Array.from({ length: 4 }, () => ({ state: 'sent', attempts: 1 })));
  });
});

describe('the claim of a message', () => {
  test('is one worker’s until it lapses, and then the next one’s under the same Message-ID', async () => {
    const { server, pipeline } = await startWith({});
    await tell(pipeline, ['a@example.org']);
    await until('the mail', async () => server.received.length === 1);
    await pipeline.idle();
    const { database } = pipeline;
    const { rows } = await database.query(`select id from message`);
    const { id } = rows[0];
    // As a sender leaves it that dies after the mail server has taken the mail.
    await database.query(`update message set state = 'pending', sent_at = null`);
    const first = (await claimMessage(database, id, 2))!;
    expect(first.attempts).toBe(2);
    expect(await claimMessage(database, id, 2)).toBeNull();
    await pipeline.queues.wake({ queue: 'deliver', ids: [id] });
    await until('the same mail again', async () => server.received.length === 2);
    await pipeline.idle();
    const ids = server.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw.toString())![1]);
    expect(ids[1]).toBe(ids[0]);
    expect(await prolongClaim(database, first, 2)).toBe(false);
  });
});
