import { domainToASCII } from 'node:url';

export type Mailbox = { name: string; address: string };

/** One plain address, nothing that a header or an SMTP command could take for more. */
const plainAddress = /^[^\s<>()[\]\\,;:"@\p{Cc}\p{Cf}]{1,64}@[^\s<>()[\]\\,;:"@\p{Cc}\p{Cf}]{1,190}$/u;

export function isPlainAddress(address: string): boolean {
  return plainAddress.test(address);
}

/** Reads `Name <address>` or an address alone. Throws where there is no single plain address in it. */
export function mailboxOf(text: string): Mailbox {
  const parts = /^(.*)<([^<>]*)>\s*$/s.exec(text.trim());
  const address = (parts ? parts[2]! : text).trim();
  if (!isPlainAddress(address)) {
    throw new Error(
      `${JSON.stringify(text.slice(0, 200))} is not a mail address: write it as Orewatch <alerts@example.org>`,
    );
  }
  const name = (parts?.[1] ?? '')
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\p{Cc}+/gu, ' ');
  return { name, address };
}

/** The domain of an address, in its ASCII form, for Message-IDs and List-Id. */
export function mailDomain(mailbox: Mailbox): string {
  return domainToASCII(mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1)) || 'localhost';
}
