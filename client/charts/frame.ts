import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Figures } from './figures.ts';
import type { Fraction } from './fraction.ts';

/**
 * What is on the screen at one moment: `step` of `steps` of the way between two states of the count.
 * Everything drawn or printed in it is worked out from whole numbers, so that number, bar and side of
 * the line agree in every frame, and a share only ever moves one way.
 */
export interface Frame {
  readonly from: Figures;
  readonly to: Figures;
  readonly step: number;
  readonly steps: number;
  /** Choices whose old number is being struck through. */
  readonly struck: ReadonlySet<ChoiceId>;
}

const NOBODY: ReadonlySet<ChoiceId> = new Set();

export function frameAtRest(figures: Figures): Frame {
  return { from: figures, to: figures, step: 1, steps: 1, struck: NOBODY };
}

/** A number of the frame in `steps`-ths, so that it stays whole. */
export function stepped(frame: Frame, pick: (figures: Figures) => number): number {
  const { from, to, step, steps } = frame;
  return pick(from) * (steps - step) + pick(to) * step;
}

/** A number of the frame, to the nearest whole. */
export function whole(frame: Frame, pick: (figures: Figures) => number): number {
  return Math.round(stepped(frame, pick) / frame.steps);
}

/** A choice's share of the votes counted. */
export function shareIn(frame: Frame, choice: ChoiceId): Fraction {
  return {
    num: stepped(frame, (figures) => votesOf(figures, choice)),
    den: stepped(frame, ({ counted }) => counted),
  };
}

export function votesOf(figures: Figures, choice: ChoiceId): number {
  return figures.votes.get(choice) ?? 0;
}

/** The votes of several choices together. */
export function sumOf(figures: Figures, choices: Iterable<ChoiceId>): number {
  let sum = 0;
  for (const choice of choices) sum += votesOf(figures, choice);
  return sum;
}

/** The figures of a frame to the nearest vote: where a new movement begins. */
export function figuresIn(frame: Frame): Figures {
  if (frame.step === frame.steps) return frame.to;
  const choices = new Set([...frame.from.votes.keys(), ...frame.to.votes.keys()]);
  return {
    votes: new Map([...choices].map((id) => [id, whole(frame, (figures) => votesOf(figures, id))])),
    counted: whole(frame, ({ counted }) => counted),
    total: whole(frame, ({ total }) => total),
  };
}
