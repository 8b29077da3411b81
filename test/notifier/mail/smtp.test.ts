import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { demoRecipient } from '../../../services/notifier/mail/demo-address.ts';
import type { MailTransport } from '../../../services/notifier/mail/mail-transport.ts';
import { renderMail } from '../../../services/notifier/mail/render-mail.ts';
import { createMailTransport } from '../../../services/notifier/mail/transport.ts';
import { facts, manyNotices, messageOf, opened, picturesOf, updated } from '../examples.ts';
import { type MailServer, reply, startMailServer } from './mail-server.ts';

const short = { connection: 300, greeting: 300, socket: 300 };
const mail = renderMail(messageOf([opened]));
const endings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function transportTo(smtpUrl: string): MailTransport {
  const transport = createMailTransport({ smtpUrl, dataDir: '/nonexistent' }, short);
  endings.push(() => transport.close());
  return transport;
}

async function serverWith(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  endings.push(() => server.close());
  return server;
}

describe('mail over SMTP', () => {
  it('does not carry the demo, whose mails stay on the machine', async () => {
    const server = await serverWith();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'orewatch-demo-'));
    endings.push(() => rm(dataDir, { recursive: true }));
    const transport = createMailTransport({ smtpUrl: server.url, dataDir }, short);
    endings.push(() => transport.close());
    expect(await transport.send({ ...mail, to: demoRecipient })).toEqual({ outcome: 'sent' });
    expect(server.received).toEqual([]);
    expect(await readdir(path.join(dataDir, 'outbox'))).toHaveLength(1);
  });

  it('arrives as it was written, at one recipient, with the headers of an automatic list', async () => {
    const server = await serverWith();
    expect(await transportTo(server.url).send(mail)).toEqual({ outcome: 'sent' });
    const [{ raw, recipients }] = server.received as [MailServer['received'][number]];
    expect(recipients).toEqual(['buyer@smelter.example']);
    const parsed = await simpleParser(raw);
    expect(parsed.subject).toBe('Bisie: severe – staff evacuated');
    expect((parsed.to as AddressObject).text).toBe('buyer@smelter.example');
    expect(parsed.from?.text).toBe('"Orewatch" <orewatch@alerts.example.org>');
    expect(parsed.date).toEqual(new Date('2025-03-13T16:00:00Z'));
    expect(parsed.messageId).toBe(mail.messageId);
    expect(parsed.references).toBe('<alert-7@alerts.example.org>');
    expect(parsed.inReplyTo).toBe('<alert-7@alerts.example.org>');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('x-auto-response-suppress')).toBe('All');
    expect(parsed.headers.get('list')).toEqual({
      id: { name: 'Orewatch alerts', id: 'orewatch-alerts.alerts.example.org' },
    });
    expect(parsed.text).toBe(mail.text);
    expect(parsed.html).toBe(mail.html);
    expect(parsed.attachments).toEqual([]);
    expect(raw.toString()).not.toMatch(/^X-Mailer/im);
  });

  it('is the same to the byte when it is sent again', async () => {
    const server = await serverWith();
    const transport = transportTo(server.url);
    await transport.send(mail);
    await transport.send(renderMail(messageOf([opened])));
    expect(server.received).toHaveLength(2);
    expect(server.received[1]!.raw.equals(server.received[0]!.raw)).toBe(true);
  });

  it('carries its pictures, the same to the byte when it is sent again', async () => {
    const server = await serverWith();
    const transport = transportTo(server.url);
    const content = messageOf(manyNotices(162), { facts });
    await transport.send(renderMail(content, await picturesOf(content)));
    await transport.send(renderMail(content, await picturesOf(content)));
    const [first, second] = server.received;
    expect(second!.raw.equals(first!.raw)).toBe(true);
    expect(first!.raw.length).toBeLessThan(100_000);
    const { attachments } = await simpleParser(first!.raw);
    expect(
      attachments.map(({ filename, contentType, related }) => ({ filename, contentType, related })),
    ).toEqual([
      { filename: 'map.png', contentType: 'image/png', related: true },
      { filename: 'score.png', contentType: 'image/png', related: true },
    ]);
  });

  it('stays below the 102 kB at which Gmail clips, with 162 sites, encoding included', async () => {
    const server = await serverWith();
    await transportTo(server.url).send(renderMail(messageOf(manyNotices(162))));
    expect(server.received[0]!.raw.length).toBeLessThan(100_000);
  });

  it('gives names from outside no way into the headers', async () => {
    const server = await serverWith();
    const bad = 'Bisie\r\nBcc: everyone@example.org\r\nX-Evil: yes\r\n\r\n<html>\0\u202e';
    const notice = { ...opened, site: { ...opened.site, name: bad, operator: bad } };
    const evidence = opened.evidence.map((event) => ({ ...event, place: bad, actors: [bad] }));
    expect(await transportTo(server.url).send(renderMail(messageOf([{ ...notice, evidence }])))).toEqual({
      outcome: 'sent',
    });
    const { raw, recipients } = server.received[0]!;
    expect(recipients).toEqual(['buyer@smelter.example']);
    const parsed = await simpleParser(raw);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.headers.has('x-evil')).toBe(false);
    expect(parsed.subject).toMatch(/^Bisie Bcc: everyone\[at\]example\[\.\]org/);
  });

  it('refuses a recipient that is more than one plain address, without asking the server', async () => {
    const server = await serverWith();
    const transport = transportTo(server.url);
    for (const to of [
      'a@example.org, b@example.org',
      'a@example.org\r\nRCPT TO:<b@example.org>',
      'A <a@example.org>',
      '',
    ]) {
      const result = await transport.send({ ...mail, to });
      expect(result).toMatchObject({
        outcome: 'refused',
        reason: expect.stringContaining('correct the subscription'),
      });
    }
    expect(server.received).toEqual([]);
  });

  it('sends many mails at once, each to its own recipient', async () => {
    const server = await serverWith();
    const transport = transportTo(server.url);
    const recipients = Array.from({ length: 20 }, (_, i) => `buyer${i}@smelter.example`);
    const results = await Promise.all(recipients.map((to) => transport.send({ ...mail, to })));
    expect(results.every(({ outcome }) => outcome === 'sent')).toBe(true);
    expect(server.received.flatMap((message) => message.recipients).sort()).toEqual([...recipients].sort());
  });
});

describe('a failure over SMTP', () => {
  it('is tried again after a 4xx reply, to the recipient or to the content', async () => {
    const greylisting = await serverWith({
      onRcptTo: (_a, _s, done) => done(reply(450, 'Greylisted, come back')),
    });
    expect(await transportTo(greylisting.url).send(mail)).toMatchObject({
      outcome: 'retry',
      reason: expect.stringContaining('450 Greylisted'),
    });
    const full = await serverWith({
      onData(stream, _session, done) {
        stream.resume();
        stream.on('end', () => done(reply(452, 'No space')));
      },
    });
    expect(await transportTo(full.url).send(mail)).toMatchObject({ outcome: 'retry' });
  });

  it('is final after a 5xx reply to the recipient or to the content, and the next mail goes through', async () => {
    let refusals = 0;
    const strict = await serverWith({
      onRcptTo: ({ address }, _s, done) =>
        done(address.startsWith('gone') ? reply(550, 'No such user here') : undefined),
    });
    const transport = transportTo(strict.url);
    expect(await transport.send({ ...mail, to: 'gone@smelter.example' })).toEqual({
      outcome: 'refused',
      reason: expect.stringContaining('550 No such user here'),
    });
    expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
    const filter = await serverWith({
      onData(stream, _session, done) {
        refusals += 1;
        stream.resume();
        stream.on('end', () => done(reply(554, 'Message refused')));
      },
    });
    expect(await transportTo(filter.url).send(mail)).toMatchObject({ outcome: 'refused' });
    expect(refusals).toBe(1);
  });

  it('is tried again where the credentials or the sender are refused: an operator can put that right', async () => {
    const closed = await serverWith({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('No such user with wrong-password')),
    });
    const url = closed.url.replace('smtp://', 'smtp://orewatch:wrong-password@');
    const result = await transportTo(url).send(mail);
    expect(result).toMatchObject({ outcome: 'retry', reason: expect.stringContaining('SMTP_URL') });
    expect(JSON.stringify(result)).toContain('535');
    expect(JSON.stringify(result)).not.toContain('wrong-password');
    // Without credentials such a server answers 530.
    expect(await transportTo(closed.url).send(mail)).toMatchObject({ outcome: 'retry' });
    const choosy = await serverWith({ onMailFrom: (_a, _s, done) => done(reply(550, 'Sender not allowed')) });
    expect(await transportTo(choosy.url).send(mail)).toMatchObject({
      outcome: 'retry',
      reason: expect.stringContaining('MAIL_FROM'),
    });
  });

  it('is tried again where the server is away, and the mail goes through when it is back', async () => {
    const server = await startMailServer();
    const transport = transportTo(server.url);
    await server.close();
    expect(await transport.send(mail)).toMatchObject({
      outcome: 'retry',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
    const port = Number(new URL(server.url).port);
    const dropping = await listen((socket) => socket.end(), port);
    expect(await transport.send(mail)).toMatchObject({ outcome: 'retry' });
    await new Promise((resolve) => dropping.close(resolve));
    const back = await startMailServer({}, port);
    endings.unshift(() => back.close());
    expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
    expect(back.received).toHaveLength(1);
  });

  it('is not one where the server dropped a kept connection between two mails', async () => {
    const server = await startMailServer();
    const transport = transportTo(server.url);
    expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
    await server.close();
    const back = await startMailServer({}, Number(new URL(server.url).port));
    endings.unshift(() => back.close());
    expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
    expect(back.received).toHaveLength(1);
  });

  it('is tried again after a time-out where the server hangs, before and after its greeting', async () => {
    const mute = await listenUntilEnd(() => {});
    expect(await transportTo(mute).send(mail)).toMatchObject({
      outcome: 'retry',
      reason: expect.stringContaining('did not answer in time'),
    });
    const stuck = await listenUntilEnd((socket) => socket.write('220 here, and no more\r\n'));
    expect(await transportTo(stuck).send(mail)).toMatchObject({
      outcome: 'retry',
      reason: expect.stringContaining('did not answer in time'),
    });
  });

  it('is tried again where encryption fails', async () => {
    const server = await serverWith();
    expect(await transportTo(server.url.replace('smtp:', 'smtps:')).send(mail)).toMatchObject({
      outcome: 'retry',
    });
    expect(await transportTo(`${server.url}?requireTLS=true`).send(mail)).toMatchObject({
      outcome: 'retry',
    });
    expect(server.received).toEqual([]);
  });

  it('never throws, also after the transport was closed', async () => {
    const server = await serverWith();
    const transport = createMailTransport({ smtpUrl: server.url, dataDir: '/nonexistent' }, short);
    await transport.close();
    expect(await transport.send(renderMail(messageOf([updated])))).toMatchObject({ outcome: 'retry' });
  });
});

async function listen(onConnection: (socket: Socket) => void, port = 0): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    // A socket that nobody reads never learns that its other end has left.
    socket.resume();
    onConnection(socket);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function listenUntilEnd(onConnection: (socket: Socket) => void): Promise<string> {
  const server = await listen(onConnection);
  endings.push(() => new Promise((resolve) => server.close(resolve)));
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
