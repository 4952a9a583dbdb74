import type { Line } from '../../shared/election/rule.ts';
import type { Fraction } from './fraction.ts';
import { barEnd } from './track-layout.ts';

/** Two fronts on a track of all votes there will be, in units; between them is not counted. */
export interface Fronts {
  /** The leader's, from the left edge. */
  readonly leaderEnd: number;
  /** Everyone else's, from the right edge. */
  readonly restStart: number;
}

/**
 * The leader's bar breaks the line once these votes clear it whatever comes; everyone else's once
 * the leader cannot clear it any more: what is left to the leader ends there.
 *
 * @param leader votes in hand, of all there will be
 * @param rest everyone else's, of the same
 */
export function frontsOf(
  { leader, rest, total }: { leader: number; rest: number; total: number },
  line: Line,
  lineWidth?: number,
): Fronts {
  const inHand: Fraction = { num: leader, den: total };
  const atMost: Fraction = { num: total - rest, den: total };
  return {
    leaderEnd: barEnd(inHand, line, lineWidth),
    restStart: total === 0 ? 1000 : barEnd(atMost, line, lineWidth),
  };
}
