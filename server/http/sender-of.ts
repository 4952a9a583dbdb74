import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** A household or a desk is given at least a /64, and may use any address of it. */
const GROUPS_OF_ONE = 4;

/** Whom attempts from an address are counted for: an IPv4 address, or the /64 of an IPv6 one. */
export function senderOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('%')[0]?.toLowerCase().split('::') ?? [];
  const first = groupsIn(head);
  const last = tail === undefined ? [] : groupsIn(tail);
  const missing = Array<string>(Math.max(0, GROUPS - first.length - last.length)).fill('0');
  const groups = [...first, ...missing, ...last].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, GROUPS_OF_ONE).join(':')}::/64`;
}

/** An IPv4 address at the end stands for two. */
function groupsIn(text: string): readonly string[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => (group.includes('.') ? [group, ''] : [group]));
}
