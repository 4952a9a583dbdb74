import { assertNever } from '../../shared/basics/assert.ts';
import type { CallType } from '../../shared/count/call.ts';
import type { Rule } from '../../shared/election/rule.ts';

/** The calls that a rule knows, the likeliest last word first. */
export function callTypes(rule: Rule): readonly CallType[] {
  const opinions = ['too-early', 'too-close'] as const;
  switch (rule.type) {
    case 'majority':
    case 'share':
      return rule.advance === null
        ? ['winner', ...opinions]
        : ['winner', 'runoff', 'advance', ...opinions];
    case 'plurality':
      return ['winner', ...opinions];
    case 'top-n':
      return ['advance', ...opinions];
    default:
      return assertNever(rule);
  }
}

/** Whether a call says who. */
export function namesSomebody(type: CallType): boolean {
  return type === 'winner' || type === 'runoff' || type === 'advance';
}
