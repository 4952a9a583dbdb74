import type { ContestId, ElectionId } from '../basics/ids.ts';
import { emptyTally } from '../count/empty-tally.ts';
import type { NightClock } from '../count/tally.ts';
import type { Contest } from '../election/contest.ts';
import type { Board, ContestState } from './board.ts';
import { carryAmendments } from './carry-amendments.ts';
import { contestsOf } from './contests-of.ts';
import type { EntryOf, EntryPlace } from './entry.ts';
import { LIVE_CLOCK } from './night-time.ts';
import { neverOpen } from './public-units.ts';
import { redefine } from './redefine.ts';

/**
 * The election as its definition has it now. Contests that it no longer has are gone; `decide` has
 * seen to it that it still has everything with votes.
 */
export function applyElectionLoaded(board: Board, entry: EntryOf<'election-loaded'>): void {
  const { election } = entry.body;
  const before = board.elections.get(election.id);
  const clock = before?.clock ?? LIVE_CLOCK;
  const version = nextDefinitionVersion(board);
  const kept = new Set(election.contests.map((contest) => contest.id));
  const dropped = contestsOf(board, election.id).filter(({ contest }) => !kept.has(contest.id));
  for (const { contest } of dropped) board.contests.delete(contest.id);
  forgetContests(board, new Set(dropped.map(({ contest }) => contest.id)));
  for (const contest of election.contests) {
    const state = board.contests.get(contest.id);
    const loaded = before?.election.contests.find(({ id }) => id === contest.id);
    if (state === undefined) {
      board.contests.set(contest.id, newContest(election.id, contest, version, clock, entry));
    } else {
      redefine(state, carryAmendments(loaded, state.contest, contest), version, entry, null);
    }
  }
  board.elections.set(election.id, { election, clock });
}

/** Every contest begins anew, as it was loaded; the ids of what was sent and said are free again. */
export function applyElectionReset(board: Board, entry: EntryOf<'election-reset'>): void {
  const state = board.elections.get(entry.election);
  if (state === undefined) return;
  const version = nextDefinitionVersion(board);
  state.clock = LIVE_CLOCK;
  const contests = new Set(state.election.contests.map((contest) => contest.id));
  for (const [id, report] of board.reportIds) {
    if (report.election === entry.election) board.reportIds.delete(id);
  }
  forgetContests(board, contests);
  for (const contest of state.election.contests) {
    const fresh = newContest(entry.election, contest, version, LIVE_CLOCK, entry);
    board.contests.set(contest.id, fresh);
  }
}

/** What was held, said and decided of contests, so that another of the same id does not inherit it. */
function forgetContests(board: Board, contests: ReadonlySet<ContestId>): void {
  forget(board.holds, contests);
  forget(board.proposals, contests);
  forget(board.retractions, contests);
  forget(board.amendments, contests);
  forget(board.lockIds, contests);
  for (const [id, contest] of board.notices) {
    if (contests.has(contest)) board.notices.delete(id);
  }
}

/**
 * Above every one there is, so that a version of a contest never names two definitions: its id may have
 * been another election's before.
 */
function nextDefinitionVersion(board: Board): number {
  return 1 + Math.max(0, ...[...board.contests.values()].map((state) => state.definitionVersion));
}

function forget(
  map: Map<string, { readonly contest: ContestId }>,
  contests: ReadonlySet<ContestId>,
): void {
  for (const [id, { contest }] of map) if (contests.has(contest)) map.delete(id);
}

function newContest(
  election: ElectionId,
  contest: Contest,
  definitionVersion: number,
  clock: NightClock,
  { seq, at, nightAt }: EntryPlace,
): ContestState {
  const closedUnits = neverOpen(contest);
  const open = closedUnits === 'all' || closedUnits.size > 0;
  return {
    election,
    contest,
    definitionVersion,
    cells: new Map(),
    versions: new Map(),
    closingDoubted: false,
    closedUnits,
    tally: { ...emptyTally(contest), open, clock },
    seq,
    at,
    nightAt,
    leaderSince: seq,
    embargoed: new Map(),
    pending: new Map(),
  };
}
