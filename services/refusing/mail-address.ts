import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** RFC 5321, 4.5.3.1: octets of the part before the @, and of the whole address in a command. */
const mostLocalOctets = 64;
const mostOctets = 254;

const expectation = 'must be a mail address such as buyer@example.org';

/**
 * One mail address that can be delivered to. Letters of all scripts are taken on both sides of the @ (RFC 6531, RFC
 * 5890), quoted local parts are not: nobody has one, and much goes wrong with them.
 */
export const mailAddress = z
  .string(expectation)
  .trim()
  .superRefine((value, context) => {
    const message = mistakeIn(value);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

/** Why nothing can be delivered to an address; null where it can. */
export function mistakeIn(address: string): string | null {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || !/^[^\s\p{C}()<>@,;:\\"[\].]+(?:\.[^\s\p{C}()<>@,;:\\"[\].]+)*$/u.test(local))
    return expectation;
  if (Buffer.byteLength(local) > mostLocalOctets)
    return `must have at most ${mostLocalOctets} octets before the @ (RFC 5321)`;
  const ascii = /[\s\p{C}/?#@:]/u.test(domain) ? '' : domainToASCII(domain);
  const labels = ascii.split('.');
  if (ascii === '' || labels.length < 2 || /^\d+$/.test(labels.at(-1)!)) return expectation;
  if (labels.some((label) => label.length > 63))
    return 'must have at most 63 letters between two dots of its domain';
  if (labels.some((label) => !/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label))) return expectation;
  return Buffer.byteLength(address) > mostOctets ? `must have at most ${mostOctets} octets (RFC 5321)` : null;
}
