import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAddressGuard, isPublicAddress } from '../../services/fetching/address-guard.ts';

describe('an address of the public web', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '93.184.216.34',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
    '64:ff9b::808:808',
  ])('is %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['0.0.0.0', 'this machine'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'link-local, where clouds keep their secrets'],
    ['100.64.0.1', 'shared by carriers'],
    ['192.0.0.8', 'protocol assignments'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarks'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['240.0.0.1', 'reserved'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['fe80::1', 'link-local'],
    ['fc00::1', 'unique local'],
    ['fd12:3456::1', 'unique local'],
    ['ff02::1', 'multicast'],
    ['fec0::1', 'site-local'],
    ['2001:db8::1', 'documentation'],
    ['::ffff:127.0.0.1', 'loopback, mapped'],
    ['::ffff:7f00:1', 'loopback, mapped'],
    ['::ffff:169.254.169.254', 'link-local, mapped'],
    ['::127.0.0.1', 'loopback, compatible'],
    ['64:ff9b::7f00:1', 'loopback behind NAT64'],
    ['64:ff9b::a9fe:a9fe', 'link-local behind NAT64'],
    ['64:ff9b:1::808:808', 'local NAT64'],
    ['2002:7f00:1::', 'loopback in 6to4'],
    ['2001::1', 'Teredo'],
    ['100::1', 'discarded'],
  ])('is not %s (%s)', (address) => expect(isPublicAddress(address)).toBe(false));

  it('is never one of 10.0.0.0/8, however it is written', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (a, b, c) => {
        const hex = `${(0x0a00 + a).toString(16)}:${((b << 8) + c).toString(16)}`;
        return [`10.${a}.${b}.${c}`, `::ffff:${hex}`, `64:ff9b::${hex}`, `::${hex}`].every(
          (address) => !isPublicAddress(address),
        );
      }),
    );
  });
});

describe('the guard', () => {
  const guard = createAddressGuard([]);
  const check =
    (address: string, of = guard) =>
    () =>
      of.check(new URL(address));

  it('lets names and public addresses pass on the ports of the web', () => {
    for (const address of [
      'http://example.org/a',
      'https://example.org',
      'https://8.8.8.8/',
      'http://[2606:4700::1]/',
    ])
      expect(check(address)).not.toThrow();
  });

  it.each([
    ['http://127.0.0.1/', /not an address of the public web/],
    ['http://2130706433/', /not an address of the public web/],
    ['http://0x7f.1/', /not an address of the public web/],
    ['http://0177.0.0.1/', /not an address of the public web/],
    ['http://[::1]/', /not an address of the public web/],
    ['http://[::ffff:10.0.0.1]/', /not an address of the public web/],
    ['http://169.254.169.254/latest/meta-data', /not an address of the public web/],
    ['http://example.org:5432/', /port 5432/],
    ['https://example.org:8443/', /port 8443/],
    ['ftp://example.org/', /only http and https/],
    ['file:///etc/passwd', /only http and https/],
    ['gopher://example.org/', /only http and https/],
    ['http://user:secret@example.org/', /with a user or a password/],
  ])('refuses %s', (address, reason) => {
    expect(check(address)).toThrow(reason);
  });

  it('does not tell a password in its refusal', () => {
    expect(check('http://user:secret@example.org/')).not.toThrow(/secret/);
  });

  it('lets pass what the setting names, and nothing beside it', () => {
    const wider = createAddressGuard(['localhost:8080', '10.0.0.0/8', '[fd00::1]:81']);
    expect(wider.allows('localhost', 8080, '127.0.0.1')).toBe(true);
    expect(wider.allows('LOCALHOST', 8080, '::1')).toBe(true);
    expect(wider.allows('localhost', 8081, '127.0.0.1')).toBe(false);
    expect(wider.allows('wiki.example.org', 9000, '10.200.0.1')).toBe(true);
    expect(wider.allows('wiki.example.org', 80, '192.168.0.1')).toBe(false);
    expect(wider.allows('wiki.example.org', 9000, '8.8.8.8')).toBe(false);
    expect(check('http://[fd00::1]:81/', wider)).not.toThrow();
    expect(check('http://[fd00::2]:81/', wider)).toThrow();
    expect(check('http://10.1.1.1:9000/', wider)).not.toThrow();
  });
});
