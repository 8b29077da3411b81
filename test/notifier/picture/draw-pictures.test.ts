import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMailSender } from '../../../services/notifier/mail/mail-sender.ts';
import { renderMail } from '../../../services/notifier/mail/render-mail.ts';
import { type Drawing, drawPictures } from '../../../services/notifier/picture/draw-pictures.ts';
import { closeThreads, offThread } from '../../../services/threads/off-thread.ts';
import { facts, manyNotices, messageOf, ownSite, updated } from '../examples.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'orewatch-pictures-'));
  await offThread('loadBaseMap');
});
afterAll(async () => {
  await closeThreads();
  await rm(dataDir, { recursive: true });
});

const content = messageOf([updated], { facts, ownSite });
const log = { warn: () => {} };
/** A machine that is busy with other tests may be slower than a mail waits. */
const patient = { withinMs: 60_000 };

describe('the pictures of a mail', () => {
  it('come along in it, each with its words; the text part names what is held', async () => {
    const drawn = await drawPictures(content, log, patient);
    const { html, text, pictures, messageId } = renderMail(content, drawn);
    const shown = [...html.matchAll(/<img src="cid:([^"]*)" alt="([^"]*)"/g)];
    expect(shown.map(([, cid, alt]) => ({ cid, alt: alt!.replaceAll('\u00a0', ' ') }))).toEqual(
      pictures.map(({ cid, alt }) => ({ cid, alt })),
    );
    expect(pictures.map(({ cid }) => cid)).toEqual([
      `map.${messageId.slice(1, -1)}`,
      `score.${messageId.slice(1, -1)}`,
    ]);
    expect(text).toContain('M23 holds, as far as is known: Walikale, Masisi.');
    for (const { png } of pictures) {
      const bytes = Buffer.from(png, 'base64');
      expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16)]).toEqual(['PNG', 720]);
    }
  });

  it('are the same to the byte when they are drawn again', async () => {
    const drawn = await drawPictures(content, log, patient);
    expect(drawn).toHaveLength(2);
    expect(await drawPictures(content, log, patient)).toEqual(drawn);
  });

  // One that waits for a processor looks like one that is held: hence not the longest time, but all others.
  it('hold the event loop for no tenth of a second while ten maps of some 200 sites are drawn', {
    retry: 2,
    timeout: 120_000,
  }, async () => {
    // Each is another one: what many mails share is drawn once.
    const many = Array.from({ length: 10 }, (_, i) => messageOf(manyNotices(205 - i), { facts, ownSite }));
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const before = performance.eventLoopUtilization();
    delay.enable();
    const all = await Promise.all(many.map((one) => drawPictures(one, log, patient)));
    delay.disable();
    expect(all.map(({ length }) => length)).toEqual(Array(10).fill(2));
    expect(delay.percentile(99) / 1e6).toBeLessThan(100);
    // Nearly all of the work is done elsewhere.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it.each<[string, Drawing, string]>([
    ['late', { draw: () => new Promise(() => {}), withinMs: 20 }, 'not drawn within 0.02 s'],
    [
      'not to be drawn',
      { draw: () => Promise.reject(new Error('no renderer for this machine')) },
      'no renderer',
    ],
  ])(
    'stay away where they are %s: the mail goes out whole without them, and the log says so once',
    async (_, drawing, reason) => {
      const logger = pino({ level: 'silent' });
      const warn = vi.spyOn(logger, 'warn');
      const config = { smtpUrl: null, dataDir, mailFrom: content.mailFrom, publicUrl: content.publicUrl };
      const sender = createMailSender(config, logger, drawing);
      const written = await sender.write(content);
      expect(written).toMatchObject({
        subject: renderMail(content).subject,
        html: renderMail(content).html,
        pictures: [],
      });
      expect(warn).toHaveBeenCalledExactlyOnceWith(
        {
          err: expect.objectContaining({ message: expect.stringContaining(reason) }),
          messageId: content.messageId,
        },
        'a message goes without its pictures',
      );
      expect(await sender.send(content, written)).toEqual({ outcome: 'sent' });
      expect(await readdir(path.join(dataDir, 'outbox'))).toHaveLength(1);
      await sender.close();
    },
  );
});
