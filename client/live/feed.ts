import type { ContestId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { mergeTally } from '../../shared/wire/merge-tally.ts';
import type { Position, Snapshot, Update } from '../../shared/wire/messages.ts';

/** A tally at its position. */
export interface Placed {
  readonly position: Position;
  readonly definitionVersion: number;
  readonly tally: Tally;
}

/** A tally with the very definition it belongs to: all that a picture is made of. */
export interface Shown extends Placed {
  readonly definition: Definition;
}

/**
 * One contest as it comes in. `coming` is ahead of `shown` while its definition is being fetched:
 * a tally is never shown with another definition than its own.
 */
export interface Feed {
  readonly contest: ContestId;
  readonly shown: Shown;
  readonly coming: Placed | null;
}

/** The feed after an update; `gap`: something was missed, and the server must be asked again. */
export interface Taken {
  readonly feed: Feed;
  readonly gap: boolean;
}

/** The latest that came, shown or not: the position to ask from. */
export function latestOf(feed: Feed): Placed {
  return feed.coming ?? feed.shown;
}

/** A whole tally replaces what was there, whatever that was. */
export function takeSnapshot(feed: Feed, snapshot: Snapshot): Feed {
  const { position, definitionVersion, tally } = snapshot;
  return settle({ ...feed, coming: { position, definitionVersion, tally } });
}

/** Puts an update onto the position it was made for; the one place where tallies change. */
export function takeUpdate(feed: Feed, update: Update): Taken {
  const latest = latestOf(feed);
  if (latest.position.epoch !== update.epoch) return { feed, gap: true };
  if (update.seq <= latest.position.seq) return { feed, gap: false };
  if (update.since !== latest.position.seq) return { feed, gap: true };
  const coming: Placed = {
    position: { epoch: update.epoch, seq: update.seq },
    definitionVersion: update.definitionVersion,
    tally: mergeTally(latest.tally, update.tally),
  };
  return { feed: settle({ ...feed, coming }), gap: false };
}

/** A definition that was fetched: shows what waited for it. One that nothing waits for changes nothing. */
export function takeDefinition(feed: Feed, definition: Definition): Feed {
  if (feed.coming?.definitionVersion !== definition.version) return feed;
  return { ...feed, shown: { ...feed.coming, definition }, coming: null };
}

function settle(feed: Feed): Feed {
  // Another epoch is another history, whose versions have nothing in common with this one's.
  const same = feed.shown.position.epoch === feed.coming?.position.epoch;
  return same ? takeDefinition(feed, feed.shown.definition) : feed;
}
