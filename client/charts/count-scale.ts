/** Where votes counted and shares lie on a picture, in pixels. */
export interface CountScale {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether there is room for names beside the plot. */
  readonly wide: boolean;
  /** All votes there will be, as far as is known. */
  readonly total: number;
  /** @param counted votes */
  x(counted: number): number;
  /** @param share 0 to 1 */
  y(share: number): number;
}

/** From this width on names stand beside the plot. */
const WIDE = 640;

/** @param total votes at the right edge; with none, everything lies at the left one */
export function countScale({
  width,
  height,
  total,
}: {
  width: number;
  height: number;
  total: number;
}): CountScale {
  const wide = width >= WIDE;
  const [left, right, top, bottom] = [46, width - (wide ? 150 : 46), 12, height - 44];
  return {
    left,
    right,
    top,
    bottom,
    wide,
    total,
    x: (counted) => tenth(total === 0 ? left : left + ((right - left) * counted) / total),
    y: (share) => tenth(bottom - (bottom - top) * share),
  };
}

/** Finer than a pixel can show, coarse enough to read and to compare. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
