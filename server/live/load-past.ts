import type { ContestId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import type { Terms } from '../../shared/results/field.ts';
import type { Journal, KeptTally } from '../journal/journal.ts';
import { ContestPast } from './contest-past.ts';
import { parseKeptChange, tallyAfter } from './kept-change.ts';

type Tallies = Pick<Journal, 'readTallies'>;

const PAGE = 1_000;

/**
 * The past of every contest on a board, as it was kept.
 * @returns null where something of it is missing, damaged or of an older form: then it is to be made
 *   again from the entries
 */
export async function loadPast(
  journal: Tallies,
  board: Board,
): Promise<Map<ContestId, ContestPast> | null> {
  const pasts = new Map<ContestId, ContestPast>();
  for (const [id, state] of board.contests) {
    const past = await loadContest(journal, state);
    if (past === null) return null;
    pasts.set(id, past);
  }
  return pasts;
}

async function loadContest(journal: Tallies, state: ContestState): Promise<ContestPast | null> {
  const loading = new Loading();
  for (let after = 0; after < state.seq; ) {
    const page = await journal.readTallies(state.contest.id, after, PAGE);
    const upTo = page.filter(({ seq }) => seq <= state.seq);
    if (!upTo.every((row) => loading.take(row))) return null;
    const last = upTo.at(-1);
    if (last === undefined) return null;
    after = last.seq;
  }
  return loading.past;
}

/** Follows the changes of one contest from where it began. */
class Loading {
  past = new ContestPast();
  #tally: Tally | null = null;
  #terms: Terms | null = null;

  /** Whether the row goes on from the one before. */
  take(row: KeptTally): boolean {
    const kept = parseKeptChange(row);
    if (kept === null) return false;
    // A contest that began anew has nothing to do with the one of its name before.
    if (kept.since === null) this.past = new ContestPast();
    else if (kept.since !== this.past.latest?.seq) return false;
    this.#tally = tallyAfter(this.#tally, kept);
    this.#terms = kept.definition?.contest ?? this.#terms;
    if (this.#tally === null || this.#terms === null) return false;
    // `as`: instants, as they were kept.
    const place = { seq: row.seq, at: row.at as Instant, nightAt: row.nightAt as Instant };
    this.past.add(place, kept, this.#tally, this.#terms);
    return true;
  }
}
