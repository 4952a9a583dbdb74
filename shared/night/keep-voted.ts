import type { Choice, Contest, Election, Unit } from '../election/contest.ts';
import { METHODS, type Method } from '../election/method.ts';
import type { Board, ContestState } from './board.ts';
import { type Votes, votedOf } from './voted-of.ts';

/**
 * A definition that is loaded again, with everything of the last one that has votes, held ones
 * included, and that the new one leaves out: contests, choices, units and their methods.
 */
export function keepVoted(board: Board, before: Election, file: Election): Election {
  const inFile = new Map(file.contests.map((contest) => [contest.id, contest]));
  const contests = file.contests.map((contest) => {
    const old = before.contests.find(({ id }) => id === contest.id);
    const state = board.contests.get(contest.id);
    return old && state ? keepInContest(board, state, old, contest) : contest;
  });
  const left = before.contests.filter(({ id }) => {
    const state = board.contests.get(id);
    return !inFile.has(id) && state !== undefined && votedOf(board, state).units.size > 0;
  });
  const all = [...contests, ...left];
  return { ...file, contests: all, parties: keepParties(before, file, all) };
}

function keepInContest(board: Board, state: ContestState, old: Contest, contest: Contest): Contest {
  const voted = votedOf(board, state);
  const choices = withLeftOut(contest.choices, old.choices, (choice) =>
    voted.choices.has(choice.id),
  );
  const units = withLeftOut(contest.units, old.units, (unit) => voted.units.has(unit.id));
  return {
    ...contest,
    choices,
    units: units.map((unit) => keepMethods(unit, voted)),
    methods: inOrder([...contest.methods, ...[...voted.units.values()].flat()]),
  };
}

function keepMethods(unit: Unit, voted: Votes): Unit {
  const reported = voted.units.get(unit.id) ?? [];
  if (reported.every((method) => unit.methods.includes(method))) return unit;
  return { ...unit, methods: inOrder([...unit.methods, ...reported]) };
}

function inOrder(methods: readonly Method[]): readonly Method[] {
  return METHODS.filter((method) => methods.includes(method));
}

/** Only what is left out: a thing that the file has is as the file has it. */
function withLeftOut<Thing extends Choice | Unit>(
  file: readonly Thing[],
  before: readonly Thing[],
  hasVotes: (thing: Thing) => boolean,
): readonly Thing[] {
  const ids = new Set<string>(file.map(({ id }) => id));
  return [...file, ...before.filter((thing) => !ids.has(thing.id) && hasVotes(thing))];
}

function keepParties(
  before: Election,
  file: Election,
  contests: readonly Contest[],
): Election['parties'] {
  const used = new Set(contests.flatMap(({ choices }) => choices.map(({ party }) => party)));
  const known = new Set(file.parties.map(({ id }) => id));
  return [...file.parties, ...before.parties.filter(({ id }) => used.has(id) && !known.has(id))];
}
