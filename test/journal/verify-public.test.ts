import { expect, it } from 'vitest';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { type JournalPage, verifyPublic } from '../../server/journal/verify-public.ts';
import { countedSalts, noticeEntries } from './make-entry.ts';

async function published(count: number) {
  const journal = openMemoryJournal({ salt: countedSalts() });
  await journal.append(noticeEntries(1, count));
  return async (after: number): Promise<JournalPage> => ({
    head: journal.head(),
    entries: await journal.read(after, 10),
  });
}

it('follows a public record page by page to its head', async () => {
  const read = await published(35);
  expect(await verifyPublic(read)).toEqual({ ok: true, value: (await read(0)).head });
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
