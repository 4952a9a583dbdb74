import { differing, lastReports } from './differing.ts';
import { patiently } from './patiently.ts';
import type { Play } from './play.ts';
import type { ReportBody, Step } from './timeline.ts';

/** How often what waits for a person is looked at again. */
const LOOK_AGAIN_MS = 2_000;

/**
 * Before a step that certifies a contest: sends again, as corrections, what is counted otherwise than
 * the night had it, as a canvass does. What a check or a lock holds back is for a person to release:
 * until everything agrees the step waits, and says what for.
 *
 * @param steps those before it
 * @returns false where the signal came first
 */
export async function settle(play: Play, step: Step, steps: readonly Step[]): Promise<boolean> {
  if (step.type !== 'amend' || step.certifiedBy === null) return true;
  const { contest, certifiedBy, at } = step;
  const last = lastReports(steps, contest);
  let triedAt: number | null = null;
  let told = '';
  while (!play.signal?.aborted) {
    const counted = await patiently(play, () => play.sender.counted(contest));
    const wrong = counted && differing(counted, last);
    if (wrong === null) return false;
    if (wrong.length === 0) return true;
    if (counted?.seq === triedAt) {
      await play.time.wait(LOOK_AGAIN_MS, play.signal);
      continue;
    }
    triedAt = counted?.seq ?? null;
    const reports = wrong.map((report) => ({ ...report, reason: `as certified (${certifiedBy})` }));
    const sent = await patiently(play, () => play.sender.send({ at, type: 'reports', reports }));
    const waiting = waitingText(contest, wrong);
    if (sent?.length && waiting !== told) for (const line of [waiting, ...sent]) play.say(line);
    if (sent?.length) told = waiting;
  }
  return false;
}

function waitingText(contest: string, wrong: readonly ReportBody[]): string {
  const cells = wrong.map(({ unit, method }) => `${unit} (${method})`).join(', ');
  return (
    `${contest} is not certified yet: ${cells} differ from the certified count. ` +
    'Release what is held, or unlock the contest: the night then goes on by itself.'
  );
}
