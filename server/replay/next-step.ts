import { idsOf, type Timeline } from './timeline.ts';

/**
 * Where a replay goes on: the step after the last of which the record has anything, or that step itself
 * where the record has only a part of it. Past the end once everything has been played.
 * @param onRecord see Sender.idsOnRecord
 */
export function nextStep({ steps }: Timeline, onRecord: ReadonlySet<string>): number {
  const last = steps.findLastIndex((step) => idsOf(step).some((id) => onRecord.has(id)));
  const step = steps[last];
  if (step === undefined) return 0;
  return idsOf(step).every((id) => onRecord.has(id)) ? last + 1 : last;
}
