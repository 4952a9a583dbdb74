import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { ALWAYS_SHOWN, verifyPublic } from '../../server/journal/verify-public.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { isHidden } from '../../shared/night/hidden-bodies.ts';
import { makeModelElection, moves } from '../night/arbitrary-moves.ts';
import { makeNight } from '../night/make-night.ts';
import { countedSalts, noticeEntries } from './make-entry.ts';

async function published(count: number) {
  const journal = openMemoryJournal({ salt: countedSalts() });
  await journal.append(noticeEntries(1, count));
  return async (after: number) => ({
    head: journal.head(),
    entries: await journal.read(after, 10),
  });
}

it('follows a public record page by page to its head', async () => {
  const read = await published(35);
  expect(await verifyPublic(read)).toEqual({
    ok: true,
    value: { head: (await read(0)).head, hidden: 0 },
  });
  expect((await verifyPublic(await published(0))).ok).toBe(true);
});

it('names the entry at which a page does not go on from the one before it', async () => {
  const [honest, other] = [await published(35), await published(35)];
  const read = async (after: number) => {
    const page = await (after < 20 ? honest : other)(after);
    const entries = page.entries.map((entry) => ({ ...entry, election: 'another' }));
    return after < 20 ? page : { ...page, entries };
  };
  expect(await verifyPublic(read)).toMatchObject({ ok: false, reason: { seq: 21 } });
});

it('does not take a record that ends before its head for a whole one', async () => {
  const honest = await published(35);
  const read = async (after: number) => {
    const page = await honest(after);
    return { ...page, entries: page.entries.filter(({ seq }) => seq <= 30) };
  };
  expect(await verifyPublic(read)).toMatchObject({ ok: false, reason: { seq: 31 } });
});

it('does not take another head than the record’s', async () => {
  const honest = await published(5);
  const read = async (after: number) => {
    const page = await honest(after);
    return { ...page, head: { seq: 5, hash: 'f'.repeat(64) } };
  };
  expect(await verifyPublic(read)).toMatchObject({ ok: false, reason: { seq: 5 } });
});

describe('a record that was verified before', () => {
  it('must have the entry that was its last one then', async () => {
    const read = await published(35);
    const [tenth] = (await read(9)).entries;
    const known = { seq: 10, hash: tenth?.hash ?? '' };
    expect((await verifyPublic(read, known)).ok).toBe(true);
    const other = { seq: 10, hash: 'f'.repeat(64) };
    expect(await verifyPublic(read, other)).toMatchObject({
      ok: false,
      reason: { seq: 10, what: expect.stringContaining('last verified') },
    });
  });

  it('does not end before it', async () => {
    const known = { seq: 36, hash: 'f'.repeat(64) };
    expect(await verifyPublic(await published(35), known)).toMatchObject({
      ok: false,
      reason: { seq: 36, what: expect.stringContaining('had entry 36') },
    });
  });
});

it('counts the bodies that are hidden, and takes no entry without one that is public at once', async () => {
  const hiding = (kind: string) => async (after: number) => {
    const page = await (await published(9))(after);
    const [first, ...more] = page.entries;
    return { ...page, entries: [{ ...first, kind, body: null, bodySalt: null }, ...more] };
  };
  expect(await verifyPublic(hiding('notice-posted'))).toMatchObject({
    ok: false,
    reason: { seq: 1, what: expect.stringContaining('notice-posted') },
  });
});

it('knows no kind of entry as always shown that a night may hide', () => {
  fc.assert(
    fc.property(moves, (given) => {
      const night = makeNight(makeModelElection());
      const look = ({ seq, kind }: Entry) => {
        if (isHidden(night.board, seq)) expect(ALWAYS_SHOWN).not.toContain(kind);
      };
      for (const move of given) {
        const command = move(night);
        if (command !== null) night.give(command, look);
      }
    }),
    { numRuns: 100 },
  );
});
