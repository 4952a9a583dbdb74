import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Line } from '../../shared/election/rule.ts';
import { clears } from '../../shared/results/line-of-votes.ts';
import { ease, VALUE_EASING } from './easing.ts';
import type { Figures } from './figures.ts';
import { type Frame, shareIn } from './frame.ts';

/** So many places a number can be on its way from one state to the next. */
const STEPS = 1000;

const VALUE_MS = 600;
const CROSSING_MS = 1200;
const AT_THE_LINE_MS = 120;
const STRUCK_MS = 1500;
const NOBODY: ReadonlySet<ChoiceId> = new Set();

/** How the numbers go from one state to the next. */
export interface Movement {
  readonly from: Figures;
  readonly to: Figures;
  /** Corrected choices: their old number is struck through before anything moves. */
  readonly struck: ReadonlySet<ChoiceId>;
  /** The last step before somebody changes sides of the line; null where nobody does. */
  readonly lineStep: number | null;
}

/** @param corrected choices whose numbers a correction changes */
export function movementOf(
  from: Figures,
  to: Figures,
  line: Line | null,
  corrected: ReadonlySet<ChoiceId> = NOBODY,
): Movement {
  return {
    from,
    to,
    struck: corrected,
    lineStep: line === null ? null : lineStepOf(from, to, line),
  };
}

/** What is on the screen so many milliseconds after the movement began. */
export function frameAfter(movement: Movement, elapsedMs: number): Frame {
  const { from, to, struck } = movement;
  const movingMs = elapsedMs - (struck.size > 0 ? STRUCK_MS : 0);
  if (movingMs < 0) return { from, to, step: 0, steps: STEPS, struck };
  return { from, to, step: stepAfter(movement, movingMs), steps: STEPS, struck: NOBODY };
}

export function durationMs({ struck, lineStep }: Movement): number {
  return (struck.size > 0 ? STRUCK_MS : 0) + (lineStep === null ? VALUE_MS : CROSSING_MS);
}

function stepAfter({ lineStep }: Movement, movingMs: number): number {
  if (lineStep === null) return Math.round(STEPS * ease(VALUE_EASING, movingMs / VALUE_MS));
  const legMs = (CROSSING_MS - AT_THE_LINE_MS) / 2;
  if (movingMs < legMs) return Math.round(lineStep * ease(VALUE_EASING, movingMs / legMs));
  if (movingMs < legMs + AT_THE_LINE_MS) return lineStep;
  const passed = (movingMs - legMs - AT_THE_LINE_MS) / legMs;
  return lineStep + Math.round((STEPS - lineStep) * ease(VALUE_EASING, passed));
}

function lineStepOf(from: Figures, to: Figures, line: Line): number | null {
  const crossing = [...to.votes.keys()].find(
    (choice) => isOver(from, to, choice, line, 0) !== isOver(from, to, choice, line, STEPS),
  );
  if (crossing === undefined) return null;
  const before = isOver(from, to, crossing, line, 0);
  // A share moves one way only, so halving finds the last step on the side it comes from.
  let low = 0;
  let high = STEPS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isOver(from, to, crossing, line, middle) === before) low = middle;
    else high = middle;
  }
  return low;
}

function isOver(from: Figures, to: Figures, choice: ChoiceId, line: Line, step: number): boolean {
  const { num, den } = shareIn({ from, to, step, steps: STEPS, struck: NOBODY }, choice);
  return den > 0 && clears(num, den, line);
}
