import type { Election } from '../election/contest.ts';

/** Whether an election's clock may be set: only a test's, or one labelled as a replay or reconstruction. */
export function isReplayed(election: Election): boolean {
  return (
    election.stage === 'test' ||
    election.labels.some((label) => label.includes('replay') || label.startsWith('reconstruct'))
  );
}
