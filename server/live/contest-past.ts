import { assert, present } from '../../shared/basics/assert.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Tally } from '../../shared/count/tally.ts';
import { changeAccount } from '../../shared/results/change-account.ts';
import { crosses } from '../../shared/results/crossing.ts';
import { type Terms, totalOf } from '../../shared/results/field.ts';
import type { Place } from '../../shared/results/standing-of.ts';
import { type HistoryPoint, HistoryPoints, type NewPoint } from './history-points.ts';
import type { KeptChange } from './kept-change.ts';

/** Where one public change of a contest stands in the record. */
export interface Step extends Place {
  readonly version: number;
}

interface Change extends Step {
  /** Whether all of the tally is kept there, and not only what changed. */
  readonly isWhole: boolean;
  readonly hasDefinition: boolean;
}

/** Merging so many is what a look-up costs at most. */
const MOST_CHANGES_BETWEEN = 50;

/** Every public change of a contest since it began, in order: when they were and where they are kept. */
export class ContestPast {
  readonly #changes: Change[] = [];
  readonly #points = new HistoryPoints();
  #tally: Tally | null = null;

  /** @param tally after the change */
  add(place: Place, kept: KeptChange, tally: Tally, terms: Terms): void {
    const { seq, at, nightAt } = place;
    const { version, definition } = kept;
    const isWhole = 'tally' in kept;
    this.#changes.push({ seq, at, nightAt, version, isWhole, hasDefinition: definition !== null });
    this.#points.add(pointOf(place, this.#tally, tally, terms), this.#crosses(tally, terms));
    this.#tally = tally;
  }

  get first(): Step | null {
    return this.#changes[0] ?? null;
  }

  /** By the night's time, which a replay sets back at its beginning. */
  get earliest(): Step | null {
    return this.#changes.reduce<Step | null>(
      (earliest, next) => (earliest !== null && earliest.nightAt <= next.nightAt ? earliest : next),
      null,
    );
  }

  get latest(): Step | null {
    return this.#changes.at(-1) ?? null;
  }

  get points(): readonly HistoryPoint[] {
    return this.#points.points;
  }

  /** Whether so many changes have come since a whole tally that the next is to be kept whole. */
  get wholeIsDue(): boolean {
    return this.#changes.slice(-MOST_CHANGES_BETWEEN).every(({ isWhole }) => !isWhole);
  }

  /** The change that entry `seq` found, or was; null before the first. */
  atSeq(seq: number): Step | null {
    return this.#changes.findLast((change) => change.seq <= seq) ?? null;
  }

  /** The last change at or before a time of the night; null before the first. */
  atTime(nightAt: Instant): Step | null {
    return this.#changes.findLast((change) => change.nightAt <= nightAt) ?? null;
  }

  /** The changes before and after the one at `seq`. */
  around(seq: number): { readonly before: Step | null; readonly after: Step | null } {
    const at = this.#indexOf(seq);
    return { before: this.#changes[at - 1] ?? null, after: this.#changes[at + 1] ?? null };
  }

  /** The changes from the last whole tally to the one at `seq`. */
  stepsTo(seq: number): readonly Step[] {
    const end = this.#indexOf(seq);
    const start = this.#changes.findLastIndex(({ isWhole }, at) => isWhole && at <= end);
    return this.#changes.slice(start, end + 1);
  }

  /** Where a version of the definition began; null where there was none such. */
  stepOfVersion(version: number): Step | null {
    return (
      this.#changes.find((change) => change.hasDefinition && change.version === version) ?? null
    );
  }

  #crosses(tally: Tally, terms: Terms): boolean {
    return this.#tally !== null && crosses(terms, this.#tally, tally);
  }

  #indexOf(seq: number): number {
    const at = this.#changes.findLastIndex((change) => change.seq <= seq);
    assert(present(this.#changes[at], `change ${seq}`).seq === seq, `entry ${seq} is a change`);
    return at;
  }
}

function pointOf(
  { seq, at, nightAt }: Place,
  before: Tally | null,
  tally: Tally,
  terms: Terms,
): NewPoint {
  const { votes } = tally;
  const tell = () => (before === null ? null : changeAccount(terms, before, tally));
  return { seq, at, nightAt, counted: totalOf(terms, votes), votes, tell };
}
