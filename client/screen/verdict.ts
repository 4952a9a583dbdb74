import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { OutcomeState, Standing } from '../../shared/results/standing.ts';
import { calledOf } from '../picture/called.ts';

/** What a contest has come to, for the solid block: called by editors, or proved by arithmetic. */
export type Verdict =
  | {
      readonly by: 'call';
      readonly type: 'winner' | 'runoff' | 'advance';
      readonly choices: readonly ChoiceId[];
      readonly sources: readonly string[];
    }
  | {
      readonly by: 'proof';
      readonly state: Exclude<OutcomeState, 'open' | 'tied' | 'uncontested'>;
      readonly choices: readonly ChoiceId[];
    };

/**
 * A call goes before a proof, unless the proof contradicts it; one under review or retracted is none.
 * null while nothing is decided.
 */
export function verdictOf(definition: Definition, standing: Standing): Verdict | null {
  const called = calledOf(definition, standing);
  const isPublic = called?.state === 'public';
  if (isPublic && called.type !== 'too-early' && called.type !== 'too-close') {
    const { type, choices, sources } = called;
    return { by: 'call', type, choices, sources };
  }
  const { state, winners, advancing } = standing.outcome;
  if (state === 'open' || state === 'tied' || state === 'uncontested') return null;
  const choices = state === 'runoff-certain' || state === 'advance-certain' ? advancing : winners;
  return { by: 'proof', state, choices };
}
