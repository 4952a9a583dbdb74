import type { Votes } from '../../shared/count/tally.ts';
import type { Told } from '../../shared/results/standing.ts';
import type { Place } from '../../shared/results/standing-of.ts';

/** How the votes of a contest stood after one entry. */
export interface HistoryPoint extends Place {
  /** Valid votes for the office. */
  readonly counted: number;
  readonly votes: Votes;
  /** What the entry changed, in one sentence; null where nothing was before it. */
  readonly change: Told | null;
}

/** A point whose sentence is put together once it is wanted. */
export type NewPoint = Omit<HistoryPoint, 'change'> & { readonly tell: () => Told | null };

interface Kept {
  point: HistoryPoint | NewPoint;
  /** Which of all points it is, from 0. */
  readonly nth: number;
  /** The number of the last crossing of which it is one side; null where it is none's. */
  crossing: number | null;
}

export const MOST_POINTS = 1_000;

/**
 * A night as at most 1,000 points: every change of the votes while there are fewer, then every second,
 * fourth, … of them. Both sides of every crossing of the line stay, as does the newest point; only where
 * crossings alone would be too many, every second, fourth, … of them. Which points stay depends on the
 * changes alone, so that every server shows the same.
 */
export class HistoryPoints {
  #kept: Kept[] = [];
  #count = 0;
  #stride = 1;
  #crossings = 0;
  #crossingStride = 1;

  /** @param crossed whether anyone crossed the line since the point before */
  add(point: NewPoint, crossed: boolean): void {
    const last = this.#kept.at(-1);
    if (last !== undefined && isSame(last.point, point)) {
      // A replay set the night's clock: what stood before it has the time of the night now.
      if (point.nightAt < last.point.nightAt) last.point = { ...last.point, ...placeOf(point) };
      return;
    }
    if (crossed && last !== undefined) last.crossing = this.#crossings;
    if (last !== undefined) this.#settle(last);
    this.#kept.push({ point, nth: this.#count, crossing: crossed ? this.#crossings : null });
    this.#count += 1;
    if (crossed) this.#crossings += 1;
    this.#thin();
  }

  /** Oldest first. */
  get points(): readonly HistoryPoint[] {
    return this.#kept.map(told);
  }

  /** A point that is no longer the newest goes, or has its sentence: nothing holds on to its tallies. */
  #settle(last: Kept): void {
    if (this.#stays(last)) told(last);
    else this.#kept.pop();
  }

  #stays({ nth, crossing }: Kept): boolean {
    if (crossing !== null) return crossing % this.#crossingStride === 0;
    return nth % this.#stride === 0;
  }

  #thin(): void {
    while (this.#kept.length > MOST_POINTS) {
      if (this.#stride < this.#count) this.#stride *= 2;
      else this.#crossingStride *= 2;
      const newest = this.#kept.at(-1);
      this.#kept = this.#kept.filter((kept) => kept === newest || this.#stays(kept));
    }
  }
}

function told(kept: Kept): HistoryPoint {
  if (!('tell' in kept.point)) return kept.point;
  const { tell, ...point } = kept.point;
  const settled = { ...point, change: tell() };
  kept.point = settled;
  return settled;
}

function placeOf({ seq, at, nightAt }: Place): Place {
  return { seq, at, nightAt };
}

function isSame(one: Pick<HistoryPoint, 'counted' | 'votes'>, other: typeof one): boolean {
  return (
    one.counted === other.counted &&
    (one.votes === other.votes || JSON.stringify(one.votes) === JSON.stringify(other.votes))
  );
}
