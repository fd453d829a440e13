import { isIPv6 } from 'node:net';

/**
 * Whom a limit counts as one: an address, and of IPv6 the network (/64), since whoever has one has all of its addresses. What
 * is no address stays what it is.
 */
export function networkOf(sender: string): string {
  if (!isIPv6(sender)) return sender;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(sender);
  if (mapped) return mapped[1]!;
  const [head = [], tail] = sender
    .split('%', 1)[0]!
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  const zeros = tail ? Array.from({ length: 8 - head.length - tail.length }, () => '0') : [];
  const groups = [...head, ...zeros, ...(tail ?? [])].slice(0, 4);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
