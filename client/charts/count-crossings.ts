import type { ChoiceId } from '../../shared/basics/ids.ts';
import { votesFor } from '../../shared/count/votes-for.ts';
import type { Line } from '../../shared/election/rule.ts';
import { clears } from '../../shared/results/line-of-votes.ts';
import type { CountPoint } from './count-point.ts';
import type { CountScale } from './count-scale.ts';

/** A share at one moment: beside the line on its true side, at the cost of at most half a line's width. */
export interface Marked {
  readonly x: number;
  readonly y: number;
  readonly over: boolean;
}

/** Where a share met the line, and what it has been since. */
export interface CountCrossing {
  readonly choice: ChoiceId;
  /** The night's time of the count that took it across. */
  readonly nightAt: string;
  readonly counted: number;
  readonly over: boolean;
  readonly x: number;
}

/** In pixels, from the line's middle: half of the line and a hair. */
const BESIDE = 2.5;

/** Which side a share is on comes from whole numbers. */
export function markedAt(
  point: CountPoint,
  choice: ChoiceId,
  line: Line | null,
  scale: CountScale,
): Marked {
  const { counted } = point;
  const own = votesFor(point, choice);
  const at = { x: scale.x(counted), y: scale.y(own / counted) };
  if (line === null) return { ...at, over: false };
  const over = clears(own, counted, line);
  const lineY = scale.y(line.num / line.den);
  return {
    x: at.x,
    y: over ? Math.min(at.y, lineY - BESIDE) : Math.max(at.y, lineY + BESIDE),
    over,
  };
}

/** Every crossing, oldest first. The first votes cross nothing: nobody stood anywhere before. */
export function crossingsIn(
  points: readonly CountPoint[],
  choices: readonly ChoiceId[],
  line: Line,
  scale: CountScale,
): readonly CountCrossing[] {
  return points.slice(1).flatMap((point, at) => {
    const before = points[at] ?? point;
    return crossersOf(before, point, choices, line).map((choice) => ({
      choice,
      nightAt: point.nightAt,
      counted: point.counted,
      over: isOver(point, choice, line),
      x: meetingX(before, point, choice, line, scale),
    }));
  });
}

/** Who is on another side of the line after than before. */
export function crossersOf(
  before: CountPoint,
  after: CountPoint,
  choices: readonly ChoiceId[],
  line: Line,
): readonly ChoiceId[] {
  return choices.filter((choice) => isOver(before, choice, line) !== isOver(after, choice, line));
}

function isOver(point: CountPoint, choice: ChoiceId, line: Line): boolean {
  return clears(votesFor(point, choice), point.counted, line);
}

/** Where the drawn stroke meets the line. */
function meetingX(
  before: CountPoint,
  after: CountPoint,
  choice: ChoiceId,
  { num, den }: Line,
  { x }: CountScale,
): number {
  const gap = (point: CountPoint) => votesFor(point, choice) / point.counted - num / den;
  const [from, to] = [gap(before), gap(after)];
  const part = from === to ? 0 : from / (from - to);
  return Math.round((x(before.counted) + (x(after.counted) - x(before.counted)) * part) * 10) / 10;
}
