import { canonicalText } from '../basics/canonical-text.ts';
import type { Result } from '../basics/result.ts';
import type { Election } from '../election/contest.ts';
import type { Board, ElectionState } from './board.ts';
import type { CommandOf } from './command.ts';
import { contestsOf } from './contests-of.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import type { Time } from './entry.ts';
import { graveReload } from './grave-reload.ts';
import { keepVoted } from './keep-voted.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

/** Loads an election, or loads it again: adds, renames, amends, and drops nothing that has votes. */
export function decideLoadElection(
  board: Board,
  { election: file, reset, by }: CommandOf<'load-election'>,
  time: Time,
): Result<Decision, Refusal> {
  const about = { election: file.id, contest: null };
  const loading = (election: Election) =>
    draftOf(about, by, { kind: 'election-loaded', body: { election } });
  const clash = clashingContest(board, file);
  if (clash !== null) return clash;
  const known = board.elections.get(file.id);
  if (known === undefined) return done(file.id, 'loaded', loading(file));

  const isLive = known.election.stage === 'live';
  const isEmpty = isUntouched(board, known);
  if (reset && isEmpty && sameElection(known.election, file)) return repeated(file.id, 'reset');
  if (isLive && (reset || file.stage === 'test')) {
    return refuse('not-allowed', 'a live election is never emptied, nor made a test', 'stage');
  }
  if (!isLive && (reset || file.stage === 'live')) {
    const reason = file.stage === 'live' ? 'the election goes live' : 'loaded again to begin anew';
    const emptying = draftOf(about, by, { kind: 'election-reset', body: { reason } });
    return done(file.id, 'reset', emptying, loading(file));
  }
  const election = keepVoted(board, known.election, file);
  if (sameElection(known.election, election)) return repeated(file.id, 'loaded');
  const again = loading(election);
  return graveReload(board, election, again, time) ?? done(file.id, 'loaded', again);
}

function clashingContest(board: Board, file: Election): Result<never, Refusal> | null {
  for (const [index, { id }] of file.contests.entries()) {
    const owner = board.contests.get(id)?.election;
    if (owner !== undefined && owner !== file.id) {
      const message = `${owner} has a contest ${id} already: a server has each id once`;
      return refuse('contest-clash', message, `contests[${index}].id`);
    }
  }
  return null;
}

function sameElection(one: Election, other: Election): boolean {
  return canonicalText(one) === canonicalText(other);
}

/** Whether there is nothing that a reset would forget. */
function isUntouched(board: Board, { election, clock }: ElectionState): boolean {
  return (
    clock.at === null &&
    contestsOf(board, election.id).every(
      ({ cells, pending, tally, contest }) =>
        cells.size + pending.size + tally.calls.length + tally.notices.length === 0 &&
        !tally.locked &&
        election.contests.some((loaded) => canonicalText(loaded) === canonicalText(contest)),
    )
  );
}
