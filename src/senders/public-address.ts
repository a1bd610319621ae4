// Which addresses of the Internet are outside: everything that is not this machine, this network or reserved.
// It must never know why somebody wants to reach one.
import { BlockList, isIP } from 'node:net';

/** IANA special-purpose registries (RFC 6890 and its updates), multicast and documentation. */
const INSIDE_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** Of IPv6 only global unicast (2000::/3) is outside, less what carries an IPv4 address or is reserved in it. */
const INSIDE_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const insideV4 = new BlockList();
for (const [network, bits] of INSIDE_V4) insideV4.addSubnet(network, bits, 'ipv4');
const insideV6 = new BlockList();
for (const [network, bits] of INSIDE_V6) insideV6.addSubnet(network, bits, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const loop = new BlockList();
loop.addSubnet('127.0.0.0', 8, 'ipv4');
loop.addAddress('::1', 'ipv6');

/** @param address as the system writes it; a name is no address and is never public */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !insideV4.check(address, 'ipv4');
  // mapped IPv4 (::ffff:…) and NAT64 lie outside 2000::/3 and fall with it
  return family === 6 && global6.check(address, 'ipv6') && !insideV6.check(address, 'ipv6');
}

export function isLoopback(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && loop.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
