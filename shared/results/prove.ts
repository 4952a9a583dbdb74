import { lineOf } from '../election/rule.ts';
import type { Field, Terms } from './field.ts';
import { placesToFill } from './places-to-fill.ts';
import type { Proof } from './proof.ts';
import { proveByLine } from './prove-by-line.ts';
import { proveMeasure } from './prove-measure.ts';
import { provePlaces } from './prove-places.ts';

/** What arithmetic and the rule prove. `field`: null where it is not known how much can still come. */
export function prove(terms: Terms, field: Field | null): Proof {
  if (terms.uncontested) return uncontested(terms);
  if (field === null || field.total === 0)
    return { state: 'open', statuses: terms.choices.map(() => 'open') };
  const line = lineOf(terms.rule);
  const places = placesToFill(terms.rule);
  if (line === null) return provePlaces(field, places, terms.rule.type !== 'plurality');
  return terms.kind === 'measure'
    ? proveMeasure(terms, field, line)
    : proveByLine(field, line, places);
}

function uncontested({ choices }: Terms): Proof {
  const statuses = choices.map(({ eligible }) => (eligible ? 'win-certain' : 'out'));
  return { state: 'uncontested', statuses };
}
