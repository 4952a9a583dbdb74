import { area, line as path } from 'd3';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import { votesFor } from '../../shared/count/votes-for.ts';
import type { Line } from '../../shared/election/rule.ts';
import { apartLabels } from './apart-labels.ts';
import {
  type CountCrossing,
  crossersOf,
  crossingsIn,
  type Marked,
  markedAt,
} from './count-crossings.ts';
import type { CountPoint } from './count-point.ts';
import { type CountScale, countScale } from './count-scale.ts';
import { visiblePoints } from './visible-points.ts';

export interface CountChartInput {
  /** Oldest first; the last one is now. */
  readonly points: readonly CountPoint[];
  readonly hero: ChoiceId;
  /** Drawn thinner, in the order of their votes. */
  readonly rivals: readonly ChoiceId[];
  readonly line: Line | null;
  /** Votes still out: by the estimate, and at most; null where that is not known. */
  readonly expectedOut: number | null;
  readonly bound: number | null;
  /** Of the whole picture, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** A share on the picture: `end` is where it stands now. */
export interface ShareLine {
  readonly choice: ChoiceId;
  readonly d: string;
  readonly end: Marked;
  /** Where its name stands, so that no two overlap. */
  readonly labelY: number;
}

/** From now to the end of the count, between the lowest and the highest share there can be. */
export interface Ahead {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface CountChart extends CountScale {
  readonly lineY: number | null;
  readonly hero: ShareLine | null;
  readonly rivals: readonly ShareLine[];
  /** What the range has been, by the estimate (else the bound) of today. */
  readonly band: string | null;
  /** Places on its upper and its lower edge. */
  readonly ceilingAt: Place;
  readonly floorAt: Place;
  readonly expected: Ahead | null;
  readonly possible: Ahead | null;
  /** The one of the two that is hatched: the estimate's wherever there is an estimate. */
  readonly hatched: Ahead | null;
  readonly crossings: readonly CountCrossing[];
}

/** How far along the count so far the band's edges are named. */
const [CEILING_NAME, FLOOR_NAME] = [0.3, 0.5];

/**
 * Share over votes counted. The range is reckoned from what is still out now: its ceiling is
 * reached if all of that goes to the hero, its floor if none does.
 */
export function countChartLayout(input: CountChartInput): CountChart {
  const { points, hero, line, width, height } = input;
  const now = points.at(-1) ?? { counted: 0, votes: {}, nightAt: '' };
  const out = input.expectedOut ?? input.bound;
  const scale = countScale({ width, height, total: now.counted + (out ?? 0) });
  const choices = [hero, ...input.rivals];
  const counted = visiblePoints(
    points.filter((point) => point.counted > 0),
    scale.x,
    (before, after) => line !== null && crossersOf(before, after, choices, line).length > 0,
  );
  const ends = choices.map((choice) => shareLine(choice, counted, line, scale));
  const shown = ends.filter((end) => end !== null);
  const labels = apartLabels(shown.map(({ end }) => end.y));
  const [first, ...rest] = shown.map((end, at) => ({ ...end, labelY: labels[at] ?? end.end.y }));
  const expected = aheadOf(input, now, input.expectedOut, scale);
  const possible = aheadOf(input, now, input.bound, scale);
  const edgeAt = (part: number, taken: 0 | 1): Place => {
    const point = counted.find((one) => one.counted >= part * now.counted) ?? now;
    const total = now.counted + (out ?? 0);
    const votes = votesFor(point, hero) + taken * (total - point.counted);
    return { x: scale.x(point.counted), y: scale.y(total === 0 ? 0 : votes / total) };
  };
  return {
    ...scale,
    lineY: line === null ? null : scale.y(line.num / line.den),
    hero: first ?? null,
    rivals: rest,
    band: out === null || line === null ? null : bandOf(counted, hero, now.counted + out, scale),
    ceilingAt: edgeAt(CEILING_NAME, 1),
    floorAt: edgeAt(FLOOR_NAME, 0),
    expected,
    possible,
    hatched: input.expectedOut === null ? possible : expected,
    crossings: line === null ? [] : crossingsIn(counted, choices, line, scale),
  };
}

function shareLine(
  choice: ChoiceId,
  points: readonly CountPoint[],
  line: Line | null,
  scale: CountScale,
): Omit<ShareLine, 'labelY'> | null {
  const marks = points.map((point) => markedAt(point, choice, line, scale));
  const end = marks.at(-1);
  if (end === undefined) return null;
  const d = path<Marked>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(1)(marks);
  return { choice, d: d ?? '', end };
}

/** The quiet band: from the whole axis, when nothing was counted, to where it stands now. */
function bandOf(
  points: readonly CountPoint[],
  hero: ChoiceId,
  total: number,
  { x, y }: CountScale,
): string | null {
  if (total === 0 || points.length === 0) return null;
  const start = { nightAt: '', counted: 0, votes: {} };
  return area<CountPoint>()
    .x(({ counted }) => x(counted))
    .y0((point) => y(votesFor(point, hero) / total))
    .y1((point) => y((votesFor(point, hero) + total - point.counted) / total))
    .digits(1)([start, ...points]);
}

function aheadOf(
  { hero, line }: CountChartInput,
  now: CountPoint,
  out: number | null,
  { x, y, right }: CountScale,
): Ahead | null {
  if (out === null || out === 0 || line === null) return null;
  const { counted } = now;
  const own = votesFor(now, hero);
  const from = x(counted);
  return {
    x: from,
    width: Math.max(0, right - from),
    top: y((own + out) / (counted + out)),
    bottom: y(own / (counted + out)),
  };
}
