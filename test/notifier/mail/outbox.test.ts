import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderMail } from '../../../services/notifier/mail/render-mail.ts';
import { createMailTransport } from '../../../services/notifier/mail/transport.ts';
import { messageOf, opened } from '../examples.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'orewatch-outbox-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const mail = renderMail(messageOf([opened]));
const outbox = () => path.join(dataDir, 'outbox');
const fileMode = async (file: string) => (await stat(file)).mode & 0o777;

describe('the outbox', () => {
  it('holds a mail as a file that mail programs open, readable by its owner alone', async () => {
    const transport = createMailTransport({ smtpUrl: null, dataDir });
    expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
    const [name, ...others] = await readdir(outbox());
    expect(others).toEqual([]);
    expect(name).toMatch(/^2025-03-13T16-00-00Z-[0-9a-f]{16}\.eml$/);
    const file = path.join(outbox(), name!);
    expect(await fileMode(file)).toBe(0o600);
    expect(await fileMode(outbox())).toBe(0o700);
    const raw = await readFile(file);
    expect(raw.toString()).not.toMatch(/[^\r]\n/);
    const parsed = await simpleParser(raw);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text).toBe(mail.text);
    expect(parsed.messageId).toBe(mail.messageId);
    await transport.close();
  });

  it('holds a mail that is sent again once, and it is the same to the byte', async () => {
    await createMailTransport({ smtpUrl: null, dataDir }).send(mail);
    const [name] = await readdir(outbox());
    const first = await readFile(path.join(outbox(), name!));
    const again = createMailTransport({ smtpUrl: null, dataDir });
    const copies = Array.from({ length: 10 }, () => again.send(renderMail(messageOf([opened]))));
    expect((await Promise.all(copies)).every(({ outcome }) => outcome === 'sent')).toBe(true);
    expect(await readdir(outbox())).toEqual([name]);
    expect((await readFile(path.join(outbox(), name!))).equals(first)).toBe(true);
  });

  it('holds two mails of the same second as two files', async () => {
    const transport = createMailTransport({ smtpUrl: null, dataDir });
    await transport.send(mail);
    await transport.send({ ...mail, messageId: '<another@alerts.example.org>' });
    expect(await readdir(outbox())).toHaveLength(2);
  });

  it('clears away what a process left that died while it wrote, and nothing else', async () => {
    const transport = createMailTransport({ smtpUrl: null, dataDir });
    await transport.send(mail);
    const leftover = path.join(outbox(), '.old.eml.1.tmp');
    await writeFile(leftover, 'half');
    await writeFile(path.join(outbox(), '.young.eml.2.tmp'), 'half');
    await writeFile(path.join(outbox(), 'mine.txt'), 'kept');
    await utimes(leftover, new Date(0), new Date(0));
    await utimes(path.join(outbox(), 'mine.txt'), new Date(0), new Date(0));
    await createMailTransport({ smtpUrl: null, dataDir }).send(mail);
    expect((await readdir(outbox())).filter((name) => !name.endsWith('.eml')).sort()).toEqual([
      '.young.eml.2.tmp',
      'mine.txt',
    ]);
  });

  it('says what to do where it cannot write, and writes once it can', async () => {
    const transport = createMailTransport({ smtpUrl: null, dataDir });
    await writeFile(outbox(), 'a file in the way');
    expect(await transport.send(mail)).toMatchObject({
      outcome: 'retry',
      reason: expect.stringContaining('cannot write to the outbox'),
    });
    await rm(outbox());
    expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
  });

  it('refuses a mail that could never be sent', async () => {
    const transport = createMailTransport({ smtpUrl: null, dataDir });
    expect(await transport.send({ ...mail, to: 'a@b.example,c@d.example' })).toMatchObject({
      outcome: 'refused',
    });
    expect(await transport.send({ ...mail, messageId: '<a@b>\r\nBcc: <c@d>' })).toMatchObject({
      outcome: 'refused',
    });
  });
});
