import { sum } from '../basics/sum.ts';
import { withCommas } from '../basics/with-commas.ts';
import type { Contest, Unit } from '../election/contest.ts';
import type { Method } from '../election/method.ts';
import { ballotsCounted, marksOf } from './ballots-counted.ts';
import type { Count } from './cell.ts';
import type { Check } from './check.ts';
import { isMethodComplete, promptMethods } from './completeness.ts';
import { contestIndex } from './contest-index.ts';
import { type LoweredNumber, loweredNumbers } from './lowered-numbers.ts';
import { sameCount } from './same-count.ts';
import { votesFor } from './votes-for.ts';

type Counts = ReadonlyMap<Method, Count>;

/**
 * What is wrong with a change of a unit, by the report and the unit alone; empty where nothing is.
 * `drop` is among them whoever sends: that an editor's is not held is for the desk to decide.
 */
export function checkUnit(
  contest: Contest,
  unit: Unit,
  before: Counts,
  after: Counts,
): readonly Check[] {
  return [
    ...overRegistered(contest, unit, after),
    ...overBallots(contest, unit, before, after),
    ...drop(contest, unit, before, after),
    ...zeroVotes(contest, unit, before, after),
  ];
}

function overRegistered(contest: Contest, unit: Unit, after: Counts): readonly Check[] {
  const ballots = sum([...after.values()].map((c) => ballotsCounted(c, contest.votesAllowed)));
  if (unit.registered === null || ballots <= unit.registered) return [];
  const message =
    `${withCommas(ballots)} ballots counted in ${unit.name}, ` +
    `but ${withCommas(unit.registered)} people are registered.`;
  return [{ code: 'over-registered', message }];
}

/** Only of what this change reports: the other methods' numbers have passed. */
function overBallots(
  contest: Contest,
  unit: Unit,
  before: Counts,
  after: Counts,
): readonly Check[] {
  return [...after].flatMap(([method, count]) => {
    const was = before.get(method);
    const said = was && sameCount(was, count) ? null : beyondBallots(contest, count);
    if (said === null) return [];
    const each = contest.votesAllowed > 1 ? ` with up to ${contest.votesAllowed} votes each` : '';
    const message =
      `${said} in ${unit.name} (${METHOD_WORDS[method]}), ` +
      `but only ${withCommas(count.ballotsCast ?? 0)} ballots cast${each}.`;
    return [{ code: 'over-ballots', message }];
  });
}

/** What a count has more of than its ballots cast can hold; null where there is nothing. */
function beyondBallots(contest: Contest, count: Count): string | null {
  if (count.ballotsCast === null) return null;
  const { ballotsCast } = count;
  const marks = marksOf(count);
  if (marks > ballotsCast * contest.votesAllowed)
    return `${withCommas(marks)} votes, over- and undervotes`;
  const choice = contest.choices.find(({ id }) => votesFor(count, id) > ballotsCast);
  return choice ? `${withCommas(votesFor(count, choice.id))} votes for ${choice.name}` : null;
}

function drop(contest: Contest, unit: Unit, before: Counts, after: Counts): readonly Check[] {
  const [first, ...others] = loweredNumbers(before, after);
  if (!first) return [];
  const where = first.method === null ? 'all methods' : METHOD_WORDS[first.method];
  const more = others.length === 0 ? '' : `, and ${othersText(others.length)}`;
  const message =
    `${nameOf(contest, first)} would go down from ${withCommas(first.from)} ` +
    `to ${withCommas(first.to)} in ${unit.name} (${where})${more}.`;
  return [{ code: 'drop', message }];
}

function othersText(count: number): string {
  return count === 1 ? '1 other number too' : `${withCommas(count)} other numbers too`;
}

function nameOf(contest: Contest, { choice, of }: LoweredNumber): string {
  if (choice !== null) return contestIndex(contest).choices.get(choice)?.name ?? choice;
  return NUMBER_WORDS[of];
}

const NUMBER_WORDS: Readonly<Record<LoweredNumber['of'], string>> = {
  votes: 'Votes',
  ballotsCast: 'Ballots cast',
  overvotes: 'Overvotes',
  undervotes: 'Undervotes',
};

/** Fewer ballots than this may well hold no vote for this office. */
const ZERO_IS_ODD_FROM = 15;

/** The change that makes the unit's methods complete, late ones apart (all of them where all are late). */
function zeroVotes(contest: Contest, unit: Unit, before: Counts, after: Counts): readonly Check[] {
  const expected = unit.expected ?? 0;
  const prompt = promptMethods(contest, unit);
  const methods = prompt.length > 0 ? prompt : unit.methods;
  const isDone = (counts: Counts) => methods.every((m) => isMethodComplete(contest, counts, m));
  const isEmpty = [...after.values()].every((c) => Object.values(c.votes).every((v) => v === 0));
  if (expected < ZERO_IS_ODD_FROM || isDone(before) || !isDone(after) || !isEmpty) return [];
  const message =
    `${unit.name} would be complete without a vote for anyone, ` +
    `but ${withCommas(expected)} ballots are expected.`;
  return [{ code: 'zero-votes', message }];
}

/** As the desk's English messages call them. */
export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  'election-day': 'election day',
  early: 'early',
  'absentee-mail': 'absentee by mail',
  provisional: 'provisional',
  uocava: 'military and overseas',
  total: 'total',
};
