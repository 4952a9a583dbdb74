import type { ChoiceId } from '../basics/ids.ts';
import type { Tally } from '../count/tally.ts';
import { becauseOf } from './because.ts';
import { fieldOf, type Terms } from './field.ts';
import { ballotsOut } from './outstanding-of.ts';
import type { Proof, Status } from './proof.ts';
import { prove } from './prove.ts';
import type { Outcome, Outstanding } from './standing.ts';

export interface Proved {
  readonly outcome: Outcome;
  /** In ballot order. */
  readonly statuses: ReadonlyMap<ChoiceId, Status>;
}

/** What arithmetic and the rule prove of a tally, and nothing else of its standing: cheap. */
export function outcomeOf(terms: Terms, tally: Tally): Proved {
  const out = ballotsOut(terms, tally);
  const proof = proofOf(terms, tally, out);
  return {
    outcome: outcomeFrom(terms, tally, proof, out),
    statuses: new Map(terms.choices.map(({ id }, at) => [id, proof.statuses[at] ?? 'open'])),
  };
}

/** `out`: in ballots. */
export function proofOf(terms: Terms, { votes }: Tally, out: Outstanding): Proof {
  return prove(terms, out.bound === null ? null : fieldOf(terms, votes, out.bound));
}

/** `out`: in ballots. */
export function outcomeFrom(
  terms: Terms,
  { votes }: Tally,
  { state, statuses }: Proof,
  out: Outstanding,
): Outcome {
  const ranked = terms.choices
    .map(({ id }, at) => ({ id, votes: votes[id] ?? 0, status: statuses[at] }))
    .sort((a, b) => b.votes - a.votes);
  const those = (status: Status) =>
    ranked.filter((choice) => choice.status === status).map(({ id }) => id);
  const outcome = {
    state,
    winners: those('win-certain'),
    advancing: those('through'),
    tied: those('tied'),
  };
  return { ...outcome, because: becauseOf(terms, votes, outcome, out) };
}
