import { isRecord } from '../../shared/wire/is-record.ts';
import type { Position } from '../../shared/wire/messages.ts';

/** The most contests that one connection watches. */
export const MOST_CONTESTS = 200;
const LONGEST_ID = 64;

/** Contests asked for, each with the position the reader has; null for a reader who has nothing. */
export type Wanted = ReadonlyMap<string, Position | null>;

/** Reads a `subscribe` (or an `unsubscribe`, which has no positions); null for anything else. */
export function readSubscribe(args: readonly unknown[]): Wanted | null {
  const [message, ...more] = args;
  if (!isRecord(message) || more.length > 0) return null;
  const { contests, positions = {} } = message;
  if (!Array.isArray(contests) || contests.length > MOST_CONTESTS || !isRecord(positions))
    return null;
  if (!contests.every(isId)) return null;
  const wanted = new Map<string, Position | null>();
  for (const contest of contests) {
    const position = Object.hasOwn(positions, contest) ? readPosition(positions[contest]) : null;
    if (position === undefined) return null;
    wanted.set(contest, position);
  }
  return wanted;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_ID;
}

/** undefined: not a position. */
function readPosition(value: unknown): Position | undefined {
  if (!isRecord(value)) return undefined;
  const { epoch, seq } = value;
  if (typeof epoch !== 'string' || epoch.length > 64) return undefined;
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0
    ? { epoch, seq }
    : undefined;
}
