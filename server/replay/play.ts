import { msOf } from '../../shared/basics/instant.ts';
import { nextStep } from './next-step.ts';
import type { Night } from './night.ts';
import { type NightHand, nightHand } from './night-hand.ts';
import { patiently } from './patiently.ts';
import { planOf } from './plan.ts';
import type { Sender, Sent } from './sender.ts';
import { settle } from './settle.ts';
import type { Step } from './timeline.ts';
import { wholeSteps } from './whole-steps.ts';

export interface Play {
  readonly night: Night;
  readonly sender: Sender;
  /** How many times faster than life, above 0 and at most 1,000,000; the night's own speed unless given. */
  readonly speed?: number | undefined;
  readonly time: PlayTime;
  /** Stops the replay between two steps; played again, it goes on there. */
  readonly signal?: AbortSignal | undefined;
  /** Told of what was not accepted, and of a server that is away. */
  readonly say: (line: string) => void;
}

/** Lets a test play a night in no time. */
export interface PlayTime {
  /** Milliseconds since any fixed moment: only ever grows. */
  elapsedMs(): number;
  /** Resolves after `ms`, or as soon as the signal is given. */
  wait(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

export type PlayEnd = 'ended' | 'stopped';

/**
 * Plays a night into a desk, from where the desk's record ends, and leaves the night's clock standing
 * at its end. A server that is away is waited for. Whatever somebody keys at the desk meanwhile, a
 * contest is certified with the night's own numbers, or not at all (see `settle`).
 * @returns `stopped` where the signal came first
 * @throws what the sender throws, but ServerAway: a night that may not be played at all
 */
export async function playNight(play: Play): Promise<PlayEnd> {
  const { sender, night } = play;
  const { election } = night.timeline;
  if (!(await tell(play, () => sender.load(night.definition)))) return 'stopped';
  const onRecord = await patiently(play, () => sender.idsOnRecord(election));
  if (onRecord === null) return 'stopped';
  return playFrom(play, nextStep(night.timeline, onRecord));
}

async function playFrom(play: Play, first: number): Promise<PlayEnd> {
  const { night, time } = play;
  const speed = play.speed ?? night.timeline.speed;
  const steps = wholeSteps(night);
  const plan = planOf({ ...night.timeline, steps }, speed);
  const startMs = msOf(plan[first - 1]?.step.at ?? night.timeline.start);
  const hand = nightHand(play.sender, night.timeline.election, time);
  if (!(await tell(play, () => hand.set(startMs, plan[first]?.rate ?? 0)))) return 'stopped';
  let dueMs = time.elapsedMs();
  for (const [offset, { step, waitMs }] of plan.slice(first).entries()) {
    dueMs += waitMs;
    await time.wait(Math.max(0, dueMs - time.elapsedMs()), play.signal);
    if (!(await settle(play, step, steps.slice(0, first + offset)))) return 'stopped';
    const nextRate = plan[first + offset + 1]?.rate ?? 0;
    if (!(await playStep(play, hand, step, { speed, nextRate }))) return 'stopped';
    if (time.elapsedMs() - dueMs > LATE_MS) dueMs = time.elapsedMs();
  }
  return 'ended';
}

/** Behind by more than this, the server was away: the night goes on where it was, not faster. */
const LATE_MS = 1_000;

/** Sends a step at its own time of the night, and leaves the clock at the next stretch's pace. False where the signal came first. */
async function playStep(
  play: Play,
  hand: NightHand,
  step: Step,
  { speed, nextRate }: { speed: number; nextRate: number },
): Promise<boolean> {
  const stepMs = msOf(step.at);
  // After a shortened stretch the clock is short of the step's time, after an outage beyond it.
  const isOff = () => Math.abs(hand.nightMs() - stepMs) > OFF_MS * speed;
  // People are told when a call or a notice was made: the clock stands still until it has been.
  const isTimed = step.type !== 'reports';
  const isSent = await tell(play, async () => {
    const set = isTimed || isOff() ? await hand.set(stepMs, isTimed ? 0 : speed) : [];
    return [...set, ...(await play.sender.send(step))];
  });
  if (!isSent || nextRate === hand.rate()) return isSent;
  const leftAtMs = () => (isOff() ? stepMs : Math.max(stepMs, hand.nightMs()));
  return tell(play, () => hand.set(leftAtMs(), nextRate));
}

/** A clock that is off by more than this, at the speed that is played, is set right before a step. */
const OFF_MS = 200;

/** False where the signal came first. */
async function tell(play: Play, ask: () => Promise<Sent>): Promise<boolean> {
  const sent = await patiently(play, ask);
  for (const line of sent ?? []) play.say(line);
  return sent !== null;
}
