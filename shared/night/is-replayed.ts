import type { Election } from '../election/contest.ts';

/** Whether an election's clock may be set: only a test's, or a recorded night's. */
export function isReplayed(election: Election): boolean {
  return election.stage === 'test' || isRecorded(election);
}

/** Whether an election is labelled as a replay or a reconstruction of a night. */
export function isRecorded(election: Election): boolean {
  return election.labels.some(
    (label) => label.includes('replay') || label.startsWith('reconstruct'),
  );
}
