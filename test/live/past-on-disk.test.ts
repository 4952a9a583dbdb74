import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { verifyData } from '../../server/journal/verify-data.ts';
import { openFollower } from '../../server/live/follower.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import { boardText } from '../../shared/night/board-text.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { change, newFolder } from '../journal/sqlite-folders.ts';
import { kay, MAYOR, makeNight } from '../night/make-night.ts';

// SQLite in threads of its own, opened again and again.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let followed: string;

/** A data folder in which a server has followed a night and kept a snapshot at its end. */
beforeAll(async () => {
  followed = mkdtempSync(join(tmpdir(), 'fiftyline-'));
  const night = makeNight();
  for (let votes = 1; votes <= 120; votes += 1)
    night.report(kay, { reportId: `r${votes}`, votes: { ann: votes, bob: 100 } });
  const journal = await openSqliteJournal({ directory: followed, salt: countedSalts() });
  await journal.append(night.entries);
  const { board, close } = await openFollower({ journal, fail });
  await journal.saveSnapshot({ ...journal.head(), board: boardText(board) });
  close();
  await journal.close();
});
afterAll(() => rmSync(followed, { recursive: true }));

function followedFolder(): string {
  const directory = newFolder();
  cpSync(followed, directory, { recursive: true });
  return directory;
}

/** What a server that starts on the folder notes, and Ann's votes in the past that it shows. */
async function startOn(directory: string, seqs: readonly number[]) {
  const journal = await openSqliteJournal({ directory, salt: countedSalts() });
  const notes: string[] = [];
  const note = (text: string) => void notes.push(text);
  const { past, close } = await openFollower({ journal, fail, note });
  const votes = [];
  for (const seq of seqs)
    votes.push((await past.published(MAYOR as ContestId, seq)).tally.votes['ann' as never]);
  close();
  await journal.close();
  return { notes, votes };
}

function fail(error: unknown): void {
  throw error;
}

it('is there after a start, as it was kept', async () => {
  const directory = followedFolder();
  expect(await startOn(directory, [2, 60, 121])).toEqual({ notes: [], votes: [1, 59, 120] });
});

it.each([
  ['a changed tally', `UPDATE tallies SET tally = replace(tally, '"ann":57', '"ann":75')`],
  ['a whole tally that is gone', `DELETE FROM tallies WHERE tally LIKE '%"tally":%' AND seq > 9`],
  ['no tallies at all', 'DELETE FROM tallies'],
])('is made again from the entries where it is damaged, and that is noted: %s', async (_, sql) => {
  const directory = followedFolder();
  change(directory, sql);
  const { notes, votes } = await startOn(directory, [2, 58, 60, 121]);
  expect(notes).toEqual([expect.stringContaining('made again')]);
  expect(votes).toEqual([1, 57, 59, 120]);
  expect(verifyData(directory)).toMatchObject({ ok: true, value: { notes: [] } });
});

it('is made again where the snapshot is damaged, too, and nothing is lost', async () => {
  const directory = followedFolder();
  change(directory, `UPDATE snapshots SET board = '{}'`);
  expect((await startOn(directory, [60, 121])).votes).toEqual([59, 120]);
});
