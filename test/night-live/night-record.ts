import { WRITER } from '../../server/desk/writer-actor.ts';
import { NOTHING } from '../../server/journal/chain.ts';
import type { Journal, SealedEntry } from '../../server/journal/journal.ts';
import { journalOver } from '../../server/journal/journal-over.ts';
import { memoryStore } from '../../server/journal/memory-store.ts';
import { openEntry } from '../../server/journal/open-entry.ts';
import type { Store } from '../../server/journal/store.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import { apply } from '../../shared/night/apply.ts';
import { closingTime } from '../../shared/night/closing-time.ts';
import { emptyBoard } from '../../shared/night/empty-board.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { type Truth, truthOf } from './night-host.ts';
import type { NightTime } from './night-time.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A change of a contest that everyone may see, and when it was durable (elapsed ms). */
interface Change {
  readonly seq: number;
  readonly at: number;
}

/** What is on the disk: outlives every server, and knows what readers may be shown. */
export class NightRecord {
  readonly epoch: string;
  readonly board = emptyBoard();
  readonly entries: Entry[] = [];
  /** Contests that the server opened by itself before their last polls had closed. */
  readonly openedEarly: ContestId[] = [];
  readonly #time: NightTime;
  readonly #random: SeededRandom;
  readonly #store = memoryStore();
  readonly #salt = countedSalts();
  readonly #truths = new Map<string, Truth>();
  readonly #changes = new Map<ContestId, Change[]>();
  #head = NOTHING;

  constructor(epoch: string, time: NightTime, random: SeededRandom) {
    this.epoch = epoch;
    this.#time = time;
    this.#random = random;
  }

  /** A server's journal, and how to kill that server: what it writes then is kept whole or not at all. */
  open(): { readonly journal: Journal; readonly kill: () => void } {
    let killed = false;
    const write = async (entries: readonly SealedEntry[]) => {
      if (this.#random.oneIn(3)) await this.#flushTime();
      if (killed) return never();
      await this.#store.write(entries);
      for (const entry of entries) this.#note(entry);
      // The entries are kept, and their server may die before it says so.
      if (this.#random.oneIn(6)) await this.#flushTime();
      if (killed) return never();
    };
    const store: Store = {
      ...this.#store,
      write,
      saveSnapshot: async (snapshot) => {
        if (!killed) await this.#store.saveSnapshot(this.#perhapsDamaged(snapshot));
      },
    };
    const journal = journalOver({
      store,
      epoch: this.epoch,
      head: this.#head,
      salt: this.#salt,
    });
    return {
      journal,
      kill: () => {
        killed = true;
      },
    };
  }

  truthAt(contest: ContestId, seq: number): Truth | null {
    return this.#truths.get(`${contest} ${seq}`) ?? null;
  }

  /** For how long there has been something that a reader at `seq` has not, in ms; 0 where there is nothing. */
  behindMs(contest: ContestId, seq: number): number {
    const missed = this.#changes.get(contest)?.find((change) => change.seq > seq);
    return missed === undefined ? 0 : this.#time.elapsedMs() - missed.at;
  }

  #flushTime(): Promise<void> {
    return new Promise((resolve) => void this.#time.after(this.#random.below(300), resolve));
  }

  #perhapsDamaged<Kept extends { readonly board: string }>(kept: Kept): Kept {
    return this.#random.oneIn(4) ? { ...kept, board: kept.board.slice(1) } : kept;
  }

  /** A replayed night's clock is set by hand: there is no embargo that it could break. */
  #isEarly(entry: Entry): entry is Entry & { contest: ContestId } {
    const isOwn = entry.kind === 'polls-closed' && entry.secret.by === WRITER.account;
    const state = entry.contest === null ? undefined : this.board.contests.get(entry.contest);
    if (!isOwn || state === undefined) return false;
    const closing = closingTime(state.contest);
    const isReplay = this.board.elections.get(entry.election)?.clock.at !== null;
    return closing !== null && !isReplay && this.#time.trueNow() < closing;
  }

  #note(sealed: SealedEntry): void {
    const entry = openEntry(sealed);
    this.entries.push(entry);
    this.#head = { seq: sealed.seq, hash: sealed.hash };
    if (this.#isEarly(entry)) this.openedEarly.push(entry.contest);
    apply(this.board, entry);
    for (const state of this.board.contests.values()) {
      if (state.seq !== entry.seq) continue;
      const { contest, seq } = state;
      this.#truths.set(`${contest.id} ${seq}`, truthOf(state));
      const changes = this.#changes.get(contest.id) ?? [];
      this.#changes.set(contest.id, [...changes, { seq, at: this.#time.elapsedMs() }]);
    }
  }
}

/** What a dead process would have said next. */
function never(): Promise<never> {
  return new Promise(() => {});
}
