import type { TallyChange } from '../../shared/wire/messages.ts';
import { tallyChange } from '../../shared/wire/tally-change.ts';
import type { Frame } from './frame.ts';
import type { Published } from './published.ts';

/** At ten frames a second, more than half a minute; on most nights, hours. */
const MOST = 400;

/**
 * What one contest's readers were told, newest last: whoever comes back from a position in it gets
 * only what has changed since. Tallies share what they have in common, so that it is small.
 */
export class TallyLog {
  #log: Published[];
  /** Changes since a position to the newest: many readers come back from the same one. */
  readonly #changes = new Map<number, TallyChange | null>();

  constructor(first: Published) {
    this.#log = [first];
  }

  get latest(): Published {
    const latest = this.#log.at(-1);
    if (latest === undefined) throw new Error('assertion failed: a log begins with a tally');
    return latest;
  }

  add(published: Published): void {
    this.#log = [...this.#log.slice(1 - MOST), published];
    this.#changes.clear();
  }

  /** What takes a reader from `seq` to the newest; a snapshot where that is not known, or too much. */
  since(seq: number): Frame {
    const published = this.latest;
    if (seq === published.seq) return { kind: 'current', contest: published.contest };
    const change = this.#changeSince(seq);
    if (change === null) return { kind: 'snapshot', published };
    return { kind: 'update', published, since: seq, change };
  }

  #changeSince(seq: number): TallyChange | null {
    const known = this.#changes.get(seq);
    if (known !== undefined) return known;
    const before = this.#log.find((published) => published.seq === seq);
    if (before === undefined) return null;
    const change = tallyChange(before.tally, this.latest.tally);
    this.#changes.set(seq, change);
    return change;
  }
}
