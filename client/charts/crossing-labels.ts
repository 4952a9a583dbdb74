import type { CountCrossing } from './count-crossings.ts';
import type { CountScale } from './count-scale.ts';

/** A crossing that has room for its words. */
export interface CrossingLabel {
  readonly x: number;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
  readonly over: boolean;
  readonly text: string;
}

/** About how wide a letter is, in pixels. */
const LETTER = 6.9;
const GAP = 12;

/**
 * The newest crossings that can be named without one name on another; those over and those under
 * the line stand on different sides of it.
 */
export function crossingLabels(
  crossings: readonly CountCrossing[],
  texts: readonly string[],
  { left, right }: Pick<CountScale, 'left' | 'right'>,
): readonly CrossingLabel[] {
  const taken: { over: boolean; from: number; to: number }[] = [];
  return crossings
    .map((crossing, at) => ({ ...crossing, text: texts[at] ?? '' }))
    .reverse()
    .flatMap(({ x, over, text }) => {
      const width = text.length * LETTER;
      const anchor = x + width + 8 < right || x - width < left ? 'start' : 'end';
      const textX = anchor === 'start' ? x - 4 : x + 4;
      const [from, to] = anchor === 'start' ? [textX, textX + width] : [textX - width, textX];
      const fits = taken.every(
        (one) => one.over !== over || to + GAP < one.from || from - GAP > one.to,
      );
      if (!fits) return [];
      taken.push({ over, from, to });
      return [{ x, textX, anchor, over, text }] as const;
    });
}
