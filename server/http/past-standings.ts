import type { ContestState } from '../../shared/night/board.ts';
import { spokenStanding } from '../../shared/results/spoken-standing.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import { keepFew } from '../kept-few.ts';
import type { Past } from '../live/past.ts';
import { type Representation, represent } from './kept-json.ts';

/** A contest's standing as it was with the change at `seq`, which must be one. */
export type PastStandings = (
  state: ContestState,
  seq: number,
  language: 'en' | 'es',
) => Promise<Representation>;

const MOST_KEPT = 500;

/** Each is looked up and computed once, however many ask. */
export function openPastStandings(past: Past): PastStandings {
  const kept = keepFew<Representation>(MOST_KEPT);
  return ({ contest }, seq, language) =>
    kept(`${language} ${contest.id} ${seq}`, async () => {
      const { definition, tally, at, nightAt } = await past.published(contest.id, seq);
      const standing = standingOf(definition, tally, { seq, at, nightAt });
      return represent(spokenStanding(standing, language));
    });
}
