import type { PublicAmendment, Tally } from '../count/tally.ts';
import { sumsOf } from '../count/tally-of.ts';
import type { Contest } from '../election/contest.ts';
import type { ContestState } from './board.ts';
import { changePublic } from './change-public.ts';
import type { AmendmentBody, EntryPlace } from './entry.ts';
import { leadOf, sameLead } from './lead.ts';
import { publicAmendment } from './public-amendment.ts';
import { publicCells, publicHolds, publicUnder } from './public-units.ts';
import { wholeVotes } from './whole-votes.ts';

const SHOWN = 20;

/**
 * Gives a contest another definition and reckons its sums anew; what has been shown stays so.
 * @param amended null where the definition was loaded again
 */
export function redefine(
  state: ContestState,
  contest: Contest,
  version: number,
  place: EntryPlace,
  amended: AmendmentBody | null,
): void {
  if (choicesOf(contest) !== choicesOf(state.contest)) fillCells(state, contest);
  const lead = leadOf(state.contest, state.tally.votes);
  state.contest = contest;
  state.definitionVersion = version;
  state.closedUnits = publicUnder(state, contest, place.nightAt);
  const open = state.closedUnits === 'all' || state.closedUnits.size > 0;
  const news = { kind: 'amendment', county: null } as const;
  changePublic(state, place, news, {
    ...sumsOf(contest, publicCells(state)),
    open,
    holds: publicHolds(state),
    // Before the polls close a definition is loaded as often as it takes: that is no news.
    ...(amended === null && !state.tally.open
      ? {}
      : { amendments: newest(state.tally, publicAmendment(amended, place)) }),
  });
  // The same votes may lie on another side of the line once a choice no longer counts.
  if (!sameLead(lead, leadOf(contest, state.tally.votes))) state.leaderSince = place.seq;
}

function choicesOf(contest: Contest): string {
  return contest.choices.map((choice) => choice.id).join(' ');
}

/** Every cell has every choice of its contest, also one that was added after the report. */
function fillCells(state: ContestState, contest: Contest): void {
  for (const [unit, cells] of state.cells) {
    const filled = [...cells].map(
      ([method, cell]) => [method, { ...cell, votes: wholeVotes(contest, cell) }] as const,
    );
    state.cells.set(unit, new Map(filled));
  }
}

function newest({ amendments = [] }: Tally, more: PublicAmendment): readonly PublicAmendment[] {
  return [...amendments, more].slice(-SHOWN);
}
