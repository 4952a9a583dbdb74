import type { Call } from '../count/call.ts';
import type { Terms } from './field.ts';
import type { Proof } from './proof.ts';
import type { JudgedCall } from './standing.ts';

/** The calls, and of each whether arithmetic and the rule have proved something else. */
export function judgedCalls(
  terms: Terms,
  calls: readonly Call[],
  proof: Proof,
): readonly JudgedCall[] {
  return calls.map((call) => ({ ...call, contradicted: isContradicted(terms, call, proof) }));
}

function isContradicted(terms: Terms, { type, choices }: Call, proof: Proof): boolean {
  const { state, statuses } = proof;
  if (type === 'too-early' || type === 'too-close') return false;
  if (terms.choices.some(({ id }, at) => choices.includes(id) && statuses[at] === 'out')) {
    return true;
  }
  if (type === 'winner') return state === 'runoff-certain' || state === 'advance-certain';
  return state === 'win-certain';
}
