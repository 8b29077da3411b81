import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from './fetch-error.ts';

/** Says which addresses may be fetched from: whoever writes a feed must not reach into the network we stand in. */
export type AddressGuard = {
  /** Throws a FetchError where an address of the web cannot be fetched whatever its name resolves to. */
  check(url: URL): void;
  /** May a connection to this resolved address be made for this host and port? */
  allows(host: string, port: number, address: string): boolean;
};

const usualPorts = [80, 443];

/** `allow` holds `host:port` and networks in CIDR notation that are fetched from beside the public web. */
export function createAddressGuard(allow: readonly string[]): AddressGuard {
  const places = new Set(allow.filter((entry) => !entry.includes('/')).map((entry) => entry.toLowerCase()));
  const networks = allow.filter((entry) => entry.includes('/')).map((entry) => ipaddr.parseCIDR(entry));
  const isNamed = (host: string, port: number) => places.has(`${host.toLowerCase()}:${port}`);
  const isInNetwork = (address: string) => {
    const parsed = ipaddr.process(address);
    return networks.some(
      ([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits),
    );
  };
  const allows = (host: string, port: number, address: string) => {
    if (isIP(address) === 0) return false;
    if (isNamed(host, port) || isInNetwork(address)) return true;
    return usualPorts.includes(port) && isPublicAddress(address);
  };
  return {
    allows,
    check(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw refusal(`${url.protocol} addresses are not fetched, only http and https`);
      if (url.username || url.password) throw refusal('addresses with a user or a password are not fetched');
      const host = url.hostname;
      const port = portOf(url);
      const address = addressOf(url);
      if (address !== null) {
        if (!allows(host, port, address)) throw refusal(notPublic(host));
      } else if (!isNamed(host, port) && !usualPorts.includes(port) && networks.length === 0) {
        throw refusal(
          `port ${port} of ${host} is not fetched from: OREWATCH_FETCH_ALLOW may name ${url.host}`,
        );
      }
    },
  };
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** The IP address that stands in a URL in place of a name; null where there is a name. */
export function addressOf(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) ? host : null;
}

export function notPublic(host: string): string {
  return `${host} is not an address of the public web, which alone is fetched from: OREWATCH_FETCH_ALLOW may name others`;
}

/**
 * True for an address that anybody may reach: not private, loopback, link-local, shared (CGNAT), multicast, reserved
 * for documentation and the like (IANA's special-purpose registries), also where it is wrapped in IPv6.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  const ipv6 = parsed as ipaddr.IPv6;
  // NAT64's well-known prefix, 64:ff9b::/96 (RFC 6052): in a network without IPv4 the rest of the web looks like this.
  if (ipv6.range() === 'rfc6052' && ipv6.parts.slice(2, 6).every((part) => part === 0)) {
    return new ipaddr.IPv4(ipv6.toByteArray().slice(12)).range() === 'unicast';
  }
  // Global unicast is 2000::/3 (RFC 4291); the library takes what it does not know for unicast too.
  return ipv6.range() === 'unicast' && (ipv6.parts[0]! & 0xe000) === 0x2000;
}

function refusal(message: string): FetchError {
  return new FetchError(message, { retry: false });
}
