import ipaddr from 'ipaddr.js';

/**
 * What an address is counted as: an IPv4 address as itself, however it is written; an IPv6 address as the /64 it is in,
 * since whoever has one address there has them all. What is no address is itself.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const known = ipaddr.process(address);
  if (known instanceof ipaddr.IPv4) return known.toString();
  return `${new ipaddr.IPv6([...known.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}
