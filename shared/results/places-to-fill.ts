import { assertNever } from '../basics/assert.ts';
import type { Rule } from '../election/rule.ts';

/** How many win or go on: the seats, or, where nobody clears the line, those who advance. */
export function placesToFill(rule: Rule): number {
  switch (rule.type) {
    case 'majority':
    case 'top-n':
      return rule.advance;
    case 'share':
      return rule.advance ?? 0;
    case 'plurality':
      return rule.seats;
    default:
      return assertNever(rule);
  }
}
