import type { LastChange, Tally } from '../count/tally.ts';
import type { ContestState } from './board.ts';
import type { EntryPlace } from './entry.ts';
import { leadOf, sameLead } from './lead.ts';

/** What readers are told of a change; null where it is no news of its own, such as a hold. */
export type News = Pick<LastChange, 'kind' | 'county'> | null;

/** Puts a change into what the public knows of a contest: the one place where its seq moves. */
export function changePublic(
  state: ContestState,
  place: EntryPlace,
  news: News,
  change: Partial<Tally>,
): void {
  const { seq, at, nightAt } = place;
  const before = leadOf(state.contest, state.tally.votes);
  state.tally = {
    ...state.tally,
    ...change,
    ...(news === null ? {} : { lastChange: { ...news, seq, at, nightAt } }),
  };
  if (!sameLead(before, leadOf(state.contest, state.tally.votes))) state.leaderSince = seq;
  state.seq = seq;
  state.at = at;
  state.nightAt = nightAt;
}
