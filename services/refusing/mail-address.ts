import { domainToASCII } from 'node:url';
import { z } from 'zod';

/**
 * RFC 5321, 4.5.3.1: octets of the part before the @, of the domain, of a label of it, and of the whole address in a
 * command. Domains travel in their ASCII form (RFC 5890), in which "käufer" is "xn--kufer-gra": it is that form which
 * is measured.
 */
const mostLocalOctets = 64;
const mostDomainOctets = 253;
const mostLabelOctets = 63;
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
  const form = ascii === domain.toLowerCase() ? '' : `; as it is sent it is ${brief(ascii)}`;
  if (labels.some((label) => label.length > mostLabelOctets))
    return `must have at most ${mostLabelOctets} octets between two dots of its domain (RFC 5321)${form}`;
  if (labels.some((label) => !/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label))) return expectation;
  if (ascii.length > mostDomainOctets)
    return `must have at most ${mostDomainOctets} octets behind the @ (RFC 5321)${form}`;
  const octets = Buffer.byteLength(local) + 1 + ascii.length;
  return octets > mostOctets ? `must have at most ${mostOctets} octets (RFC 5321)${form}` : null;
}

function brief(domain: string): string {
  return domain.length > 80 ? `${domain.slice(0, 80)}…` : domain;
}
