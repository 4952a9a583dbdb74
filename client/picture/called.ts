import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { CallType } from '../../shared/count/call.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { decisiveCall } from '../../shared/results/called.ts';
import type { Standing } from '../../shared/results/standing.ts';

/** What editors have called, all of it together. */
export interface Called {
  readonly type: CallType;
  readonly state: 'public' | 'under-review';
  /** Of every call that says so, in the order they were made: advances are called one name at a time. */
  readonly choices: readonly ChoiceId[];
  /** Who said so, each once. */
  readonly sources: readonly string[];
}

/** The call that readers are shown; null where none stands that is not contradicted by the count. */
export function calledOf(
  { contest: { rule } }: Pick<Definition, 'contest'>,
  { calls }: Pick<Standing, 'calls'>,
): Called | null {
  const standing = calls.filter(({ contradicted }) => !contradicted);
  const call = decisiveCall(standing);
  if (call === null || call.state === 'retracted') return null;
  const same = standing.filter(
    (other) => other.state === call.state && groupOf(other.type) === groupOf(call.type),
  );
  const choices = [...new Set(same.flatMap((other) => other.choices))];
  // Whoever has called all places of a runoff has called the runoff.
  const places = rule.type === 'majority' || rule.type === 'share' ? rule.advance : null;
  const isRunoff =
    same.some(({ type }) => type === 'runoff') ||
    (call.type === 'advance' && places === choices.length);
  return {
    type: isRunoff ? 'runoff' : call.type,
    state: call.state,
    choices,
    sources: [...new Set(same.flatMap(({ source }) => source ?? []))],
  };
}

/** A runoff and a place in it are one decision. */
function groupOf(type: CallType): CallType {
  return type === 'runoff' ? 'advance' : type;
}
