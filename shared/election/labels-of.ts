import type { Election } from './contest.ts';

/** What must be known of an election's data wherever they are shown; that it is a test comes first. */
export function labelsOf({ stage, labels }: Pick<Election, 'stage' | 'labels'>): readonly string[] {
  return stage === 'test' ? ['test', ...labels.filter((label) => label !== 'test')] : labels;
}
