import { canonicalText } from '../basics/canonical-text.ts';
import type { ContestId } from '../basics/ids.ts';
import { ok, type Result } from '../basics/result.ts';
import type { Election } from '../election/contest.ts';
import type { Board, ElectionState } from './board.ts';
import type { CommandOf } from './command.ts';
import { contestsOf } from './contests-of.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import { type ElectionChange, electionChanges } from './election-changes.ts';
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
    return telling(
      electionChanges(known.election, file, file),
      done(file.id, 'reset', emptying, loading(file)),
    );
  }
  const election = keepVoted(board, known.election, file);
  if (sameElection(known.election, election)) return repeated(file.id, 'loaded');
  const again = loading(election);
  return (
    graveReload(board, election, again, time) ??
    telling(electionChanges(known.election, file, election), done(file.id, 'loaded', again))
  );
}

function telling(
  changes: readonly ElectionChange[],
  decided: Result<Decision, Refusal>,
): Result<Decision, Refusal> {
  if (!decided.ok || decided.value.answer.type !== 'done') return decided;
  const { entries, answer } = decided.value;
  return ok({ entries, answer: { ...answer, changes } });
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
  const contests = contestsOf(board, election.id);
  const ids = new Set(contests.map(({ contest }) => contest.id));
  const isOfThese = ({ contest }: { readonly contest: ContestId }) => ids.has(contest);
  const said = [
    board.holds,
    board.proposals,
    board.retractions,
    board.amendments,
    board.lockIds,
  ].some((map) => [...map.values()].some(isOfThese));
  return (
    clock.at === null &&
    !said &&
    ![...board.notices.values()].some((contest) => ids.has(contest)) &&
    ![...board.reportIds.values()].some((report) => report.election === election.id) &&
    contests.every(({ contest }) =>
      election.contests.some((loaded) => canonicalText(loaded) === canonicalText(contest)),
    )
  );
}
