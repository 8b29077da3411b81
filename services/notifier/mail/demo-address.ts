const demoDomain = 'orewatch.example';

/** Who the first start subscribes to show what a mail looks like. Nobody can have this address (RFC 2606). */
export const demoRecipient = `demo@${demoDomain}`;

/** True for an address of the demo: its mails never leave the machine. */
export function isDemoAddress(address: string): boolean {
  return address.trim().toLowerCase().endsWith(`@${demoDomain}`);
}
