import { millisecondsPerDay } from '../../domain/time.ts';

/** Nobody is waited for longer at once: a server may be wrong about itself. */
const maxWaitMs = millisecondsPerDay;

/**
 * How long the header Retry-After asks to wait, in ms: seconds or a date (RFC 9110, 10.2.3). Null where it says
 * nothing that can be read.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  const text = header?.trim();
  if (!text) return null;
  const waitMs = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), maxWaitMs);
}
