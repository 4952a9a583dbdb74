import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContestId, ElectionId } from '../../shared/basics/ids.ts';
import type { Election } from '../../shared/election/contest.ts';
import { apply } from '../../shared/night/apply.ts';
import type { Board } from '../../shared/night/board.ts';
import type { Command } from '../../shared/night/command.ts';
import { emptyBoard } from '../../shared/night/empty-board.ts';
import { type Move, makeModelElection, moves } from './arbitrary-moves.ts';
import { ada, eve, instant, kay, MAYOR, makeElection, makeMayor, makeNight } from './make-night.ts';

const ONE = 'one' as ElectionId;
const TWO = 'two' as ElectionId;
const CLERK = 'clerk' as ContestId;

/** The model's two contests, each in an election of its own. */
function makeTwo(...parts: Parameters<typeof makeModelElection>): readonly Election[] {
  const { contests, ...election } = makeModelElection(...parts);
  return contests.map((contest, at) => ({
    ...election,
    id: at === 0 ? ONE : TWO,
    contests: [contest],
  }));
}

/** The same command, about one of the two where it was about the whole. */
function ofOne(command: Command, at: number): Command {
  const election = at % 2 === 0 ? ONE : TWO;
  if (command.type === 'set-clock') return { ...command, election };
  if (command.type !== 'load-election') return command;
  const [{ units: [unit] = [], choices: [choice] = [] } = {}] = command.election.contests;
  const two = makeTwo(unit?.expected ?? null, (choice?.name ?? '').replace('ann', ''));
  return { ...command, election: two[at % 2] ?? command.election, reset: at % 3 === 0 };
}

function play(given: readonly Move[]) {
  const night = makeNight(null);
  for (const election of makeTwo())
    night.give({ type: 'load-election', election, reset: false, by: ada });
  for (const [at, move] of given.entries()) {
    const command = move(night);
    if (command !== null) night.give(ofOne(command, at));
  }
  return night;
}

/** All that a board knows of one election, but for numbers that a server gives once: its versions. */
function partOf(board: Board, id: ElectionId) {
  const contests = [...board.contests.values()].filter(({ election }) => election === id);
  const ids = new Set(contests.map(({ contest }) => contest.id));
  const own = <Thing extends { readonly contest: string }>(map: ReadonlyMap<string, Thing>) =>
    [...map].filter(([, { contest }]) => [...ids].some((one) => one === contest));
  const { holds, proposals, retractions, amendments, lockIds, notices, reportIds } = board;
  return {
    election: board.elections.get(id),
    contests: contests.map(({ definitionVersion: _, ...state }) => state),
    said: [holds, proposals, retractions, amendments, lockIds].map((map) =>
      own(map as ReadonlyMap<string, { readonly contest: string }>),
    ),
    notices: [...notices].filter(([, contest]) => ids.has(contest)),
    reports: [...reportIds].filter(([, { election }]) => election === id),
  };
}

describe('two elections on one record', () => {
  it('are each what their own entries make them, however they come between one another', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(moves, (given) => {
        const night = play(given);
        for (const id of [ONE, TWO]) {
          const alone = emptyBoard();
          const own = night.entries.filter(({ election }) => election === id);
          for (const entry of own) apply(alone, entry);
          expect(partOf(alone, id)).toEqual(partOf(night.board, id));
          for (const { kind } of own) seen.add(`${kind} of ${id}`);
          const hidden = own.filter(({ seq }) => night.board.hidden.has(seq));
          expect(hidden.map(({ seq }) => seq)).toEqual([...alone.hidden].toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 120 },
    );
    // Without these the property would say little.
    for (const kind of ['reports-accepted', 'report-held', 'clock-set', 'election-reset'])
      for (const id of [ONE, TWO]) expect(seen).toContain(`${kind} of ${id}`);
  });

  it('have clocks of their own, and polls that close by them', () => {
    const pollsClose = instant('2026-11-04T01:00:00Z');
    const night = makeNight(null);
    for (const [id, contest] of [
      [ONE, MAYOR],
      [TWO, CLERK],
    ] as const) {
      const contests = [makeMayor({ id: contest, pollsClose })];
      const election = makeElection({ id, stage: 'test', contests });
      night.give({ type: 'load-election', election, reset: false, by: ada });
    }
    night.give({ type: 'set-clock', election: ONE, nightAt: pollsClose, rate: 60, by: ada });
    const close = (contest: ContestId) =>
      night.outcome({ type: 'close-polls', contest, doubted: false, by: eve });
    expect(close(CLERK)).toBe('polls-open');
    expect(close(MAYOR)).toBe('closed');
    night.wait(60_000);
    night.report(kay, { reportId: 'a', contest: MAYOR, votes: { ann: 3 } });
    night.report(kay, { reportId: 'b', contest: CLERK, votes: { ann: 4 } });
    expect(night.state(MAYOR)).toMatchObject({ nightAt: instant('2026-11-04T02:00:00Z') });
    expect(night.entries.at(-1)).toMatchObject({ nightAt: instant('2026-11-04T00:01:00Z') });
    expect([night.votes(MAYOR), night.votes(CLERK)]).toEqual([
      { ann: 3, bob: 0 },
      { ann: 0, bob: 0 },
    ]);
  });
});
