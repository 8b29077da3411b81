import type { Config } from '../../config/env.ts';
import type { Logger } from '../../config/logger.ts';
import { createMailSender } from './mail/mail-sender.ts';
import type { Sender } from './sender.ts';

/** A sender for each channel that a subscription may name. */
export type Channels = ReadonlyMap<string, Sender>;

export function openChannels(
  config: Pick<Config, 'smtpUrl' | 'dataDir' | 'mailFrom' | 'publicUrl'>,
  log: Logger,
): Channels {
  return new Map([['email', createMailSender(config, log)]]);
}

export async function closeChannels(channels: Channels): Promise<void> {
  await Promise.all([...channels.values()].map((sender) => sender.close()));
}
