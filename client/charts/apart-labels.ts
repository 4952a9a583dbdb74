/** Pixels from one line of text to the next. */
const LINE_HEIGHT = 17;

/**
 * Moves labels up just so far that none lies on another; their order stays. Up, since under the
 * lowest is the axis.
 *
 * @param places where each would best stand, in pixels from the top
 */
export function apartLabels(places: readonly number[]): readonly number[] {
  const order = places.map((place, at) => ({ place, at })).sort((a, b) => b.place - a.place);
  const moved = new Map<number, number>();
  let last = Number.POSITIVE_INFINITY;
  for (const { place, at } of order) {
    last = Math.min(place, last - LINE_HEIGHT);
    moved.set(at, last);
  }
  return places.map((place, at) => moved.get(at) ?? place);
}
