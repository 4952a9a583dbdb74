import { namesOf } from './because.ts';
import type { Known } from './known.ts';
import { placesToFill } from './places-to-fill.ts';
import type { SentenceArgs } from './standing.ts';

/** Who goes to the runoff, as far as that is certain. */
export function endingArgs({
  definition,
  outcome,
}: Pick<Known, 'definition' | 'outcome'>): SentenceArgs {
  const { contest } = definition;
  const names = namesOf(contest, outcome.advancing);
  const tied = namesOf(contest, outcome.tied);
  return { names, tied, ending: `ending.${endingOf(definition, names.length, tied.length)}` };
}

function endingOf({ contest }: Known['definition'], sure: number, tied: number): string {
  const { rule } = contest;
  if (tied > 0) return 'tied';
  if (sure === placesToFill(rule)) {
    const isOnRequest = (rule.type === 'majority' || rule.type === 'share') && rule.onRequest;
    return isOnRequest ? 'on-request' : 'all';
  }
  if (sure === 0) return 'open';
  return sure === 1 ? 'one' : 'some';
}
