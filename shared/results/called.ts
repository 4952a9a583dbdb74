import type { Call } from '../count/call.ts';

/**
 * The call that readers are shown: the latest that decides, else the latest; one under review while
 * no other decides. null: none stands.
 */
export function decisiveCall(calls: readonly Call[]): Call | null {
  const standing = calls.filter(({ state }) => state === 'public');
  const deciding = standing.filter(({ type }) => type !== 'too-early' && type !== 'too-close');
  const underReview = calls.filter(({ state }) => state === 'under-review');
  return deciding.at(-1) ?? underReview.at(-1) ?? standing.at(-1) ?? null;
}

/** The last part of the key of a sentence that tells of a call. */
export function calledKey({ type, choices, state }: Call): string {
  if (state === 'under-review') return 'under-review';
  if (type === 'winner' && choices.length > 1) return 'winners';
  if (type === 'runoff' && choices.length < 2) return 'runoff-unnamed';
  return type;
}
