import { assertNever } from '../basics/assert.ts';
import type { Votes } from '../count/tally.ts';
import { type Line, lineOf } from '../election/rule.ts';
import { type Terms, totalOf } from './field.ts';
import { votesToClear } from './line-of-votes.ts';
import { namedByVotes, subjectOf } from './ranking.ts';
import { shortNames } from './short-names.ts';
import type { Outcome, Outstanding, SentenceArgs } from './standing.ts';

type Reason = Outcome['because'];
type Decided = Omit<Outcome, 'because'>;

/** Why an outcome is what it is, as key and arguments of a sentence. `out`: in ballots. */
export function becauseOf(terms: Terms, votes: Votes, outcome: Decided, out: Outstanding): Reason {
  const { bound, boundMissing } = out;
  if (outcome.state === 'uncontested') return { key: 'uncontested.defined', args: {} };
  if (totalOf(terms, votes) === 0) return { key: 'open.nothing-counted', args: {} };
  if (subjectOf(terms, votes) === null) return { key: 'open.nobody', args: {} };
  if (bound === null) return { key: 'open.no-bound', args: { missing: boundMissing } };
  const { key, args } = provedReason(terms, votes, outcome, bound);
  const isAllCounted = bound === 0 && outcome.state !== 'open';
  return {
    key: isAllCounted ? `${key}.all-counted` : key,
    args: { bound: bound * terms.votesAllowed, ...args },
  };
}

function provedReason(terms: Terms, votes: Votes, outcome: Decided, bound: number): Reason {
  const line = lineOf(terms.rule);
  switch (outcome.state) {
    case 'open':
    case 'uncontested':
      return { key: 'open.bound', args: {} };
    case 'win-certain':
      return line === null
        ? placesReason(terms, votes, outcome)
        : { key: 'win.line', args: lineArgs(terms, votes, line, bound) };
    case 'pass-certain':
      return { key: 'win.line', args: line === null ? {} : lineArgs(terms, votes, line, bound) };
    case 'runoff-certain':
      return { key: 'runoff', args: line === null ? {} : lineArgs(terms, votes, line, bound) };
    case 'fail-certain':
      return { key: 'fail', args: line === null ? {} : lineArgs(terms, votes, line, bound) };
    case 'advance-certain':
      return { key: 'advance.places', args: { names: namesOf(terms, outcome.advancing) } };
    case 'tied': {
      const [first] = outcome.tied;
      const own = first === undefined ? 0 : (votes[first] ?? 0);
      return { key: 'tied', args: { tied: namesOf(terms, outcome.tied), votes: own } };
    }
    default:
      return assertNever(outcome.state);
  }
}

function lineArgs(terms: Terms, votes: Votes, line: Line, bound: number): SentenceArgs {
  const total = totalOf(terms, votes);
  const subject = subjectOf(terms, votes);
  const own = subject?.votes ?? 0;
  return {
    name: subject === null ? '' : (shortNames(terms).get(subject.id) ?? subject.id),
    votes: own,
    total,
    needed: votesToClear(total + bound, line),
    most: own + bound,
    mostTotal: total + bound,
  };
}

/** One winner with a lead over the next, or several. */
function placesReason(terms: Terms, votes: Votes, { winners }: Decided): Reason {
  const [first, second] = namedByVotes(terms, votes);
  if (winners.length !== 1 || first === undefined || second === undefined)
    return { key: 'win.places', args: { names: namesOf(terms, winners) } };
  const [name, rival] = namesOf(terms, [first.id, second.id]);
  const margin = first.votes - second.votes;
  return { key: 'win.lead', args: { name: name ?? '', rival: rival ?? '', margin } };
}

export function namesOf(terms: Terms, ids: Outcome['winners']): readonly string[] {
  const names = shortNames(terms);
  return ids.map((id) => names.get(id) ?? id);
}
