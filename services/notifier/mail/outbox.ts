import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { faultOf, mailOptions } from './mail-options.ts';
import type { MailTransport } from './mail-transport.ts';
import type { Mail } from './render-mail.ts';

/** What a process left that died while it wrote; younger ones may be in the making. */
const leftoverAfterMs = 3_600_000;

/**
 * Mails as `.eml` files in `<dataDir>/outbox`, for its owner alone. A file is whole or not there, and the same mail
 * is always the same file: writing it again changes nothing.
 */
export function createOutbox(dataDir: string): MailTransport {
  const folder = path.join(dataDir, 'outbox');
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  let isReady: Promise<void> | null = null;
  return {
    async send(mail) {
      const fault = faultOf(mail);
      if (fault) return { outcome: 'refused', reason: fault };
      try {
        isReady ??= prepare(folder);
        await isReady;
        const { message } = await composer.sendMail(mailOptions(mail));
        await writeWhole(folder, outboxFileName(mail), message as Buffer);
        return { outcome: 'sent' };
      } catch (error) {
        isReady = null;
        const what = (error as Error).message;
        return {
          outcome: 'retry',
          reason: `cannot write to the outbox ${folder}: ${what} (make room on the disk and let Orewatch write there)`,
        };
      }
    },
    async close() {
      composer.close();
    },
  };
}

/** `2025-03-13T16-00-00Z-3f2a….eml`: sorted by time, one name per Message-ID. No name holds a character from outside. */
function outboxFileName(mail: Pick<Mail, 'date' | 'messageId'>): string {
  const time = `${mail.date.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  return `${time}-${createHash('sha256').update(mail.messageId).digest('hex').slice(0, 16)}.eml`;
}

async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.') || !name.endsWith('.tmp')) continue;
    const file = path.join(folder, name);
    // Another process may tidy up at the same time.
    const age = Date.now() - (await stat(file).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > leftoverAfterMs) await rm(file, { force: true });
  }
}

async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  const temporary = path.join(folder, `.${name}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path.join(folder, name));
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Makes the new name itself survive a loss of power. Windows has no such call and keeps names safe by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
