import type { Instant } from '../../shared/basics/instant.ts';

/**
 * How fresh a picture is. Times are the server's, in milliseconds since 1970; a silent feed's is the
 * night's.
 */
export type Link =
  /** Just opened: what the page shows was made at `since`. */
  | { readonly state: 'connecting'; readonly since: number }
  | { readonly state: 'live' }
  /** Not updating: what is shown was last known to be the latest at `since`. */
  | { readonly state: 'stale'; readonly since: number }
  /** The link is up and no votes come: the newest report is from `since`. */
  | { readonly state: 'silent'; readonly since: Instant };

/** What is known of the link. Moments of the device's own clock, in milliseconds. */
export interface LinkFacts {
  readonly openedAt: number;
  /** Anything was last heard of the server, a heartbeat included. */
  readonly heardAt: number;
  /** Whether the server has ever said that what is shown is the latest. */
  readonly confirmed: boolean;
  /** null: it is the latest for as long as the link holds; else when it last was. */
  readonly currentUntil: number | null;
}

/**
 * The server is heard at least every 5 s: one heartbeat and a margin, so that a loss shows within 10 s,
 * also where its last words came late and the link closed after them.
 */
const STALE_AFTER_MS = 7_000;

/** A question that is answered by then (a gap, a new definition, a short drop) leaves no mark on the page. */
const ANSWER_WITHIN_MS = 2_000;

const LIVE: Link = { state: 'live' };

/**
 * The link at `now`. Never `silent`: see silent-since.ts.
 *
 * @param madeAt the server's time when the page was made
 * @param serverTime the server's time at a moment of the device's clock
 */
export function linkOf(
  facts: LinkFacts,
  now: number,
  { madeAt, serverTime }: { madeAt: number; serverTime: (moment: number) => number },
): Link {
  const { openedAt, heardAt, confirmed, currentUntil } = facts;
  if (currentUntil === null) {
    return now - heardAt <= STALE_AFTER_MS ? LIVE : { state: 'stale', since: serverTime(heardAt) };
  }
  if (!confirmed) {
    return { state: now - openedAt <= STALE_AFTER_MS ? 'connecting' : 'stale', since: madeAt };
  }
  if (now - currentUntil <= ANSWER_WITHIN_MS) return LIVE;
  return { state: 'stale', since: serverTime(currentUntil) };
}

/** `after`, or `before` itself where they say the same, so that nothing is drawn again for it. */
export function sameLink(before: Link, after: Link): Link {
  if (before.state === 'live' || after.state === 'live') {
    return before.state === after.state ? before : after;
  }
  return before.state === after.state && before.since === after.since ? before : after;
}
