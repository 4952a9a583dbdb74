import type { ContestId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import type { Boot, BootContest, BootRound } from '../../shared/wire/boot.ts';
import { definitionOfState } from '../live/definition-of-state.ts';

/** Which page, of which contest. */
export interface PagePlace {
  readonly page: Boot['page'];
  readonly contest: ContestId | null;
}

/** What a path shows: `/` is the one contest where there is one; a contest that is not there is missing. */
export function pagePlace(board: Board, page: Boot['page'], contest: string | null): PagePlace {
  const [only, ...more] = board.contests.keys();
  if (page === 'front' && only !== undefined && more.length === 0) {
    return { page: 'watch', contest: only };
  }
  if (contest === null) return { page, contest: null };
  const found = board.contests.get(contest as ContestId);
  return found === undefined
    ? { page: 'missing', contest: null }
    : { page, contest: found.contest.id };
}

/** The contests that a page shows: its own, or all of them. */
export function contestsOfPage(
  board: Board,
  { page, contest }: PagePlace,
): readonly ContestState[] {
  if (page === 'missing') return [];
  return [...board.contests.values()].filter(
    (state) => contest === null || state.contest.id === contest,
  );
}

/** What is put into a page: enough to draw it and to go on from there. */
export function pageBoot(
  board: Board,
  place: PagePlace,
  { language, at, epoch }: { language: Boot['language']; at: Instant; epoch: string },
): Boot {
  const contests = contestsOfPage(board, place).map((state) => bootContest(board, state, epoch));
  const rounds = place.page === 'watch' ? roundsOf(board, place.contest) : null;
  return { ...place, language, at, contests, ...(rounds === null ? {} : { rounds }) };
}

/** The contests to which a round leads, and from which it came. */
function roundsOf(board: Board, id: ContestId | null): NonNullable<Boot['rounds']> | null {
  const contests = [...board.contests.values()].map(({ contest }) => contest);
  const next = contests.find((contest) => contest.id === id)?.next?.contest ?? null;
  const after = contests.find((contest) => contest.id === next);
  const before = contests.find((contest) => id !== null && contest.next?.contest === id);
  if (before === undefined && after === undefined) return null;
  return { before: roundOf(before), after: roundOf(after) };
}

function roundOf(contest: ContestState['contest'] | undefined): BootRound | null {
  return contest === undefined ? null : { contest: contest.id, name: contest.name };
}

function bootContest(board: Board, state: ContestState, epoch: string): BootContest {
  const { contest, seq, definitionVersion, tally } = state;
  return {
    definition: definitionOfState(board, state),
    snapshot: { contest: contest.id, position: { epoch, seq }, definitionVersion, tally },
  };
}
