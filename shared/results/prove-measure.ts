import type { Line } from '../election/rule.ts';
import type { Field, Terms } from './field.ts';
import type { Proof } from './proof.ts';
import { canClear, mustClear } from './proofs.ts';

/** A measure passes if the choice that the rule is about clears the line, else it fails: never tied. */
export function proveMeasure({ choices }: Terms, field: Field, line: Line): Proof {
  const asked = choices.findIndex(({ passes }) => passes);
  if (mustClear(field, asked, line)) {
    const statuses = choices.map((_, at) => (at === asked ? 'win-certain' : 'out'));
    return { state: 'pass-certain', statuses };
  }
  const isFailed = !canClear(field, asked, line);
  const statuses = choices.map((_, at) => (isFailed && at === asked ? 'out' : 'open'));
  return { state: isFailed ? 'fail-certain' : 'open', statuses };
}
