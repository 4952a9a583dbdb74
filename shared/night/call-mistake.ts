import { assertNever } from '../basics/assert.ts';
import type { ChoiceId } from '../basics/ids.ts';
import type { Result } from '../basics/result.ts';
import type { CallType } from '../count/call.ts';
import { contestIndex } from '../count/contest-index.ts';
import type { Contest } from '../election/contest.ts';
import type { ContestState } from './board.ts';
import type { CallProposed } from './entry.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

/** What the contest's rule, or a call that stands, makes impossible; null where the call can be made. */
export function callMistake(
  state: ContestState,
  call: CallProposed,
): Result<never, Refusal> | null {
  const { contest } = state;
  const stranger = call.choices.find((choice) => !contestIndex(contest).choices.has(choice));
  if (stranger !== undefined) {
    return refuse('unknown-choice', `${contest.id} has no choice ${stranger}`, 'choices');
  }
  if (new Set(call.choices).size < call.choices.length) {
    return refuse('invalid', 'a choice is named twice', 'choices');
  }
  if (call.type === 'too-early' || call.type === 'too-close') return null;
  if (call.choices.length === 0 && call.type !== 'runoff') {
    return refuse('invalid', 'say who', 'choices');
  }
  return notByRule(contest, call) ?? notBesideOthers(state, call);
}

function notByRule(contest: Contest, call: CallProposed): Result<never, Refusal> | null {
  const places = placesOf(contest, call.type);
  if (places === 0) return refuse('impossible', `${contest.id} can have no ${call.type}`, 'type');
  const { choices } = contestIndex(contest);
  const barred = call.choices.find((choice) => {
    const named = choices.get(choice);
    return named !== undefined && !(named.eligible && named.counts);
  });
  if (barred !== undefined) {
    return refuse('impossible', `${barred} can neither win nor advance`, 'choices');
  }
  return null;
}

/** Calls of several desks may say the same; together they may not name more than there are places. */
function notBesideOthers(
  { contest, tally }: ContestState,
  call: CallProposed,
): Result<never, Refusal> | null {
  const standing = tally.calls.filter((other) => other.state !== 'retracted');
  const isWin = call.type === 'winner';
  const opposite = standing.find((other) =>
    isWin ? other.type === 'runoff' || other.type === 'advance' : other.type === 'winner',
  );
  if (opposite !== undefined) {
    const message = `${opposite.callId} calls a ${opposite.type}: retract it first`;
    return refuse('impossible', message, 'type');
  }
  const named = new Set<ChoiceId>(call.choices);
  for (const other of standing) {
    if ((other.type === 'winner') === isWin && isDecision(other.type)) {
      for (const choice of other.choices) named.add(choice);
    }
  }
  const places = placesOf(contest, call.type);
  if (named.size <= places) return null;
  const message = `that would be ${named.size} for ${places} ${places === 1 ? 'place' : 'places'}`;
  return refuse('impossible', message, 'choices');
}

function isDecision(type: CallType): boolean {
  return type === 'winner' || type === 'runoff' || type === 'advance';
}

/** How many may be called so by the rule; 0 where the rule knows nothing of the kind. */
function placesOf({ rule }: Contest, type: CallType): number {
  switch (rule.type) {
    case 'majority':
    case 'share':
      return type === 'winner' ? 1 : (rule.advance ?? 0);
    case 'plurality':
      return type === 'winner' ? rule.seats : 0;
    case 'top-n':
      return type === 'advance' ? rule.advance : 0;
    default:
      return assertNever(rule);
  }
}
