import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Journal, KeptTally } from '../../server/journal/journal.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { definitionOfState } from '../../server/live/definition-of-state.ts';
import { type Follower, openFollower } from '../../server/live/follower.ts';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import { apply } from '../../shared/night/apply.ts';
import { boardText } from '../../shared/night/board-text.ts';
import { emptyBoard } from '../../shared/night/empty-board.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { type Move, makeModelElection, moves } from '../night/arbitrary-moves.ts';
import { makeNight, type Night } from '../night/make-night.ts';

// Whole nights, beside whatever else runs.
vi.setConfig({ testTimeout: 60_000 });

/** More than are kept between two whole tallies. */
const BOUND = 51;

function fail(error: unknown): void {
  throw error;
}

function playedNight(given: readonly Move[]): Night {
  const night = makeNight(makeModelElection());
  for (const move of given) {
    const command = move(night);
    if (command !== null) night.give(command);
  }
  return night;
}

/** A night with reports, holds, calls and amendments enough for many whole tallies. */
const { entries: LONG_NIGHT } = playedNight(fc.sample(moves, { numRuns: 40, seed: 7 }).flat());

interface Shown {
  readonly contest: ContestId;
  readonly seq: number;
  readonly standing: string;
}

/** What the public was shown after every entry that it saw something of. */
function shownIn(entries: readonly Entry[]): readonly Shown[] {
  const board = emptyBoard();
  return entries.flatMap((entry) => {
    apply(board, entry);
    return [...board.contests.values()]
      .filter(({ seq }) => seq === entry.seq)
      .map((state) => {
        const standing = standingOf(definitionOfState(board, state), state.tally, state);
        return { contest: state.contest.id, seq: entry.seq, standing: JSON.stringify(standing) };
      });
  });
}

async function standingThen({ past }: Follower, { contest, seq }: Shown): Promise<string> {
  const { definition, tally, at, nightAt } = await past.published(contest, seq);
  return JSON.stringify(standingOf(definition, tally, { seq, at, nightAt }));
}

/** A journal that counts what is read of it. */
function countedJournal() {
  const journal = openMemoryJournal({ salt: countedSalts() });
  const reads = { entries: 0, tallies: [] as number[] };
  const counted: Journal = {
    ...journal,
    async read(after, limit) {
      const entries = await journal.read(after, limit);
      reads.entries += entries.length;
      return entries;
    },
    async readTallies(contest, after, limit) {
      const kept = await journal.readTallies(contest, after, limit);
      reads.tallies.push(kept.length);
      return kept;
    },
  };
  return { journal: counted, reads };
}

describe('the past', () => {
  it('is, at every entry of any night, what was shown then', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(moves, sizes, async (given, flushes) => {
        const { entries } = playedNight(given);
        const journal = openMemoryJournal({ salt: countedSalts() });
        const follower = await openFollower({ journal, fail });
        for (let from = 0, nth = 0; from < entries.length; nth += 1) {
          const size = flushes[nth % flushes.length] ?? 1;
          await journal.append(entries.slice(from, from + size));
          from += size;
        }
        for (const shown of shownIn(entries)) {
          expect(await standingThen(follower, shown)).toBe(shown.standing);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('costs a look-up of a bounded number of changes, and no entry is read for it', async () => {
    const { journal, reads } = countedJournal();
    await journal.append(LONG_NIGHT);
    const follower = await openFollower({ journal, fail });
    const shown = shownIn(LONG_NIGHT);
    expect(shown.length).toBeGreaterThan(300);
    reads.entries = 0;
    reads.tallies = [];
    for (const moment of shown) await follower.past.published(moment.contest, moment.seq);
    expect(reads.entries).toBe(0);
    expect(Math.max(...reads.tallies)).toBeLessThanOrEqual(BOUND);
  });

  it('is looked up once, however many ask', async () => {
    const { journal, reads } = countedJournal();
    await journal.append(LONG_NIGHT);
    const { past } = await openFollower({ journal, fail });
    const { contest, seq } = present(shownIn(LONG_NIGHT).at(-40), 'moment');
    await past.published(contest, seq);
    reads.tallies = [];
    await Promise.all(Array.from({ length: 1_000 }, () => past.published(contest, seq)));
    expect(reads.tallies).toEqual([]);
  });

  it('goes on after a start from a snapshot, without an entry of before being read', async () => {
    const { journal, reads } = countedJournal();
    const half = Math.floor(LONG_NIGHT.length / 2);
    await journal.append(LONG_NIGHT.slice(0, half));
    const first = await openFollower({ journal, fail });
    const { seq, hash } = journal.head();
    await journal.saveSnapshot({ seq, hash, board: boardText(first.board) });
    first.close();
    await journal.append(LONG_NIGHT.slice(half));
    reads.entries = 0;
    const follower = await openFollower({ journal, fail });
    expect(reads.entries).toBe(LONG_NIGHT.length - half);
    for (const shown of shownIn(LONG_NIGHT)) {
      expect(await standingThen(follower, shown)).toBe(shown.standing);
    }
  });
});

describe('kept tallies that are damaged', () => {
  const damages: Record<string, (kept: readonly KeptTally[]) => readonly KeptTally[]> = {
    'one that is gone': (kept) => kept.filter((_, at) => at !== 20),
    'the last one gone': (kept) => kept.slice(0, -1),
    'the first one gone': (kept) => kept.slice(1),
    'all of them gone': () => [],
    'one of an older program’s form': (kept) =>
      kept.map((row, at) => (at === 20 ? { ...row, tally: '{"votes":{"ann":7}}' } : row)),
  };

  it.each(Object.entries(damages))('%s: are made again, and it is said', async (_, damage) => {
    const journal = openMemoryJournal({ salt: countedSalts() });
    await journal.append(LONG_NIGHT);
    const first = await openFollower({ journal, fail });
    const { seq, hash } = journal.head();
    await journal.saveSnapshot({ seq, hash, board: boardText(first.board) });
    const repaired = new Set<string>();
    const damaged: Journal = {
      ...journal,
      async keepTallies(tallies) {
        for (const kept of tallies) repaired.add(`${kept.contest} ${kept.seq}`);
        await journal.keepTallies(tallies);
      },
      async readTallies(contest, after, limit) {
        const kept = await journal.readTallies(contest, after, limit);
        return repaired.size > 0 ? kept : damage(kept);
      },
    };
    const notes: string[] = [];
    const follower = await openFollower({
      journal: damaged,
      fail,
      note: (text) => void notes.push(text),
    });
    expect(notes).toEqual([expect.stringContaining('made again')]);
    expect(boardText(follower.board)).toBe(boardText(first.board));
    for (const shown of shownIn(LONG_NIGHT).slice(-60)) {
      expect(await standingThen(follower, shown)).toBe(shown.standing);
    }
  });
});
