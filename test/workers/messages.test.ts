import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../services/api/server.ts';
import type { Json } from '../api/support.ts';
import { type MailServer, reply, startMailServer } from '../notifier/mail/mail-server.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';
import { serve } from '../support/serve.ts';

let mailServer: MailServer;
let pipeline: TestPipeline;
let server: RunningServer;
let subscriptionId: number;
beforeEach(async () => {
  mailServer = await startMailServer({
    onRcptTo({ address }, _session, callback) {
      if (address === 'greylisted@example.org') callback(reply(450, 'try again later'));
      else if (address === 'gone@example.org') callback(reply(550, 'no such user'));
      else callback();
    },
  });
  pipeline = await startPipeline(null, 60, mailServer.url);
  server = await serve(pipeline);
  await pipeline.addSites(
    { id: 'north', latitude: 3, longitude: 20 },
    { id: 'south', latitude: -3, longitude: 20 },
  );
  subscriptionId = await pipeline.subscribe('buyer@example.org', { minLevel: 'guarded' });
});
afterEach(async () => {
  await server?.close();
  await pipeline?.stop();
  await mailServer?.close();
});

async function get(path: string): Promise<Json> {
  return (await fetch(server.url + path, { headers: { authorization: 'Bearer key' } })).json();
}

const post = (sourceEventId: string, latitude: number) =>
  pipeline.post({ sourceEventId, latitude, longitude: 20 });

const endWindow = () => pipeline.setClock(new Date(Date.now() + 61_000));

/** One message: two revisions of the alert at the one site, and the alert at the other. */
async function sendMessage(): Promise<void> {
  await post('a', 3.15);
  await post('b', 3.12);
  await post('c', -3.15);
  await endWindow();
}

const statesOf = async (query = '') =>
  (await get(`/v1/deliveries${query}`)).items.map(({ siteId, revision, state }: Json) => [
    siteId,
    revision,
    state,
  ]);

describe('what is told to a subscription', () => {
  it('is held within the grouping window, and says until when', async () => {
    await post('a', 3.15);
    const { items } = await get('/v1/deliveries?site=north');
    expect(items).toMatchObject([
      { subscriptionId, siteId: 'north', revision: 1, kind: 'opened', state: 'held', message: null },
    ]);
    expect(items[0].reason).toContain(items[0].holdUntil);
    expect((await get('/v1/messages')).items).toEqual([]);
  });

  it('is folded into a newer revision of its alert that goes in the same message', async () => {
    await sendMessage();
    expect(await statesOf()).toEqual([
      ['south', 1, 'sent'],
      ['north', 2, 'sent'],
      ['north', 1, 'folded'],
    ]);
    expect(await statesOf('?state=folded')).toEqual([['north', 1, 'folded']]);
    expect(await statesOf('?site=south')).toEqual([['south', 1, 'sent']]);
  });

  it('stands in the message as it was sent, with what it told of which sites', async () => {
    await sendMessage();
    expect(mailServer.received).toHaveLength(1);
    const mail = await simpleParser(mailServer.received[0]!.raw);
    const { items } = await get('/v1/messages');
    expect(items).toEqual([
      {
        id: expect.any(Number),
        subscriptionId,
        channel: 'email',
        recipient: 'buyer@example.org',
        messageId: mail.messageId,
        state: 'sent',
        reason: null,
        attempts: 1,
        subject: mail.subject,
        sites: 2,
        at: mail.date!.toISOString().replace('.000Z', items[0].at.slice(19)),
        gatheredAt: expect.any(String),
        lastAttemptAt: expect.any(String),
        nextAttemptAt: null,
        sentAt: expect.any(String),
      },
    ]);
    const message = await get(`/v1/messages/${items[0].id}`);
    expect(message.text).toBe(mail.text!.replaceAll('\r\n', '\n'));
    expect(message.html.trim()).toBe((mail.html as string).replaceAll('\r\n', '\n').trim());
    expect(message.deliveries.map(({ siteId, revision, state }: Json) => [siteId, revision, state])).toEqual([
      ['north', 1, 'folded'],
      ['north', 2, 'sent'],
      ['south', 1, 'sent'],
    ]);
  });

  it('is found by subscription, state, site and time', async () => {
    await sendMessage();
    const found = async (query: string) => (await get(`/v1/messages?${query}`)).items.length;
    expect(await found(`subscription=${subscriptionId}&state=sent&site=south`)).toBe(1);
    expect(await found('state=pending')).toBe(0);
    expect(await found('site=elsewhere')).toBe(0);
    expect(await found(`subscription=${subscriptionId + 1}`)).toBe(0);
    expect(await found('from=2025-01-01T00:00:00Z')).toBe(1);
    expect(await found('to=2025-01-01T00:00:00Z')).toBe(0);
    expect((await get('/v1/messages?subscription=0')).errors[0].field).toBe('subscription');
    expect((await get('/v1/messages/999')).status).toBe(404);
  });

  it('is the same to the byte when it is sent again, whatever has changed since', async () => {
    await sendMessage();
    const { database } = pipeline;
    await database.query(`update site set name = 'Renamed', operator = 'Somebody else'`);
    // As a sender leaves it that dies after the mail server has taken the mail.
    await database.query(`update message set state = 'pending', sent_at = null`);
    await pipeline.setClock(null);
    expect(mailServer.received).toHaveLength(2);
    expect(mailServer.received[1]!.raw.equals(mailServer.received[0]!.raw)).toBe(true);
    expect((await get('/v1/messages')).items).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('is unknown of a message that was sent before Orewatch kept it', async () => {
    await sendMessage();
    await pipeline.database.query('update message set subject = null, written = null');
    const [{ id }] = (await get('/v1/messages')).items;
    expect(await get(`/v1/messages/${id}`)).toMatchObject({ subject: null, text: null, html: null });
  });

  it('is never told where the subscription ended first, and says so', async () => {
    await post('d', -3.12);
    await pipeline.database.query('update subscription set ended_at = now()');
    const { items } = await get('/v1/deliveries?state=ended');
    expect(items).toMatchObject([{ siteId: 'south', reason: expect.stringContaining('subscription ended') }]);
  });

  it('is shown as it would have been sent where it was not, with the reason', async () => {
    const waiting = await pipeline.subscribe('greylisted@example.org', { sites: ['far'] });
    const refused = await pipeline.subscribe('gone@example.org', { sites: ['far'] });
    await pipeline.addSites({ id: 'far', latitude: 10, longitude: 20 });
    await post('e', 10.12);
    await endWindow();
    for (const [id, state, reason, next] of [
      [waiting, 'pending', 'try again later', expect.any(String)],
      [refused, 'failed', 'no such user', null],
    ]) {
      const [item] = (await get(`/v1/messages?subscription=${id}`)).items;
      expect(item).toMatchObject({ state, attempts: 1, nextAttemptAt: next, sentAt: null });
      expect(item.reason).toContain(reason);
      const { text, deliveries } = await get(`/v1/messages/${item.id}`);
      expect(text).toContain('far');
      expect(deliveries).toMatchObject([{ siteId: 'far', state, reason: item.reason, message: item.id }]);
      expect((await get(`/v1/deliveries?state=${state}`)).items).toEqual(deliveries);
    }
  });
});
