import { cpSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../server/journal/journal.ts';
import { openEntry } from '../../server/journal/open-entry.ts';
import { openToWrite } from '../../server/journal/sqlite-file.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { openReader } from '../../server/journal/sqlite-reader.ts';
import { verifyData } from '../../server/journal/verify-data.ts';
import { countedSalts, noticeEntry } from './make-entry.ts';
import { change, crashed, folderOfNine, NINE, newFolder, writerOf } from './sqlite-folders.ts';

describe('a journal that is whole', () => {
  it('holds, and goes on where it was', async () => {
    const directory = folderOfNine();
    expect(verifyData(directory)).toEqual({
      ok: true,
      value: { head: { seq: 9, hash: NINE[8]?.hash }, notes: [] },
    });
    const journal = await openSqliteJournal({ directory, salt: countedSalts() });
    expect(journal.epoch).toBe('epoch-1');
    await journal.append([noticeEntry(10)]);
    expect((await journal.read(8, 5)).map(openEntry)).toEqual([noticeEntry(9), noticeEntry(10)]);
    await journal.close();
    expect(verifyData(directory)).toMatchObject({ ok: true, value: { head: { seq: 10 } } });
  });

  it('can be verified while a server writes to it, without disturbing it', async () => {
    const directory = newFolder();
    const journal = await openSqliteJournal({ directory, salt: countedSalts() });
    const heads: number[] = [];
    for (let seq = 1; seq <= 30; seq += 1) {
      const appended = journal.append([noticeEntry(seq)]);
      const verified = verifyData(directory);
      heads.push(verified.ok ? verified.value.head.seq : -1);
      await appended;
    }
    expect(heads.every((head, at) => head === at || head === at + 1)).toBe(true);
    await journal.close();
  });

  it('is there after a crash with all that was acknowledged', () => {
    const directory = newFolder();
    const writer = writerOf(directory);
    writer.write(NINE.slice(0, 4));
    writer.write(NINE.slice(4));
    expect(existsSync(join(directory, 'journal.db-wal'))).toBe(true);
    const copy = crashed(directory);
    writer.close();
    expect(verifyData(copy)).toMatchObject({ ok: true, value: { head: { seq: 9 } } });
    const again = writerOf(copy);
    expect(again.head.seq).toBe(9);
    again.close();
  });

  it('loses a torn end that was never acknowledged, and nothing else', () => {
    const directory = newFolder();
    const writer = writerOf(directory);
    writer.write(NINE.slice(0, 8));
    const before = crashed(directory);
    writer.write(NINE.slice(8));
    const torn = crashed(directory, ['journal.db', 'journal.db-wal']);
    writer.close();
    cpSync(join(before, 'journal.witness'), join(torn, 'journal.witness'));
    const log = join(torn, 'journal.db-wal');
    truncateSync(log, readFileSync(log).length - 100);
    const again = writerOf(torn);
    expect(again.head).toEqual({ seq: 8, hash: NINE[7]?.hash });
    again.write(NINE.slice(8));
    again.close();
    expect(verifyData(torn)).toMatchObject({ ok: true, value: { head: { seq: 9 } } });
  });

  it('begins anew where a crash left a file without tables', () => {
    const directory = newFolder();
    writeFileSync(join(directory, 'journal.db'), '');
    const writer = writerOf(directory);
    writer.write(NINE);
    writer.close();
    expect(verifyData(directory).ok).toBe(true);
  });

  it('has another name than every other', async () => {
    const salt = countedSalts();
    const journals: Journal[] = [];
    for (const directory of [newFolder(), newFolder()])
      journals.push(await openSqliteJournal({ directory, salt }));
    expect(new Set(journals.map(({ epoch }) => epoch)).size).toBe(2);
    for (const journal of journals) await journal.close();
  });
});

describe('the table', () => {
  it('is written so that a commit is on the disk when it returns', () => {
    const database = openToWrite(folderOfNine());
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2); // FULL
    database.close();
  });
});

describe('what can be made again', () => {
  it('is passed over where it is damaged, and said to be', () => {
    const directory = folderOfNine();
    const writer = writerOf(directory);
    const [at, nightAt] = ['2017-04-18T23:00:01.000Z', '2017-04-18T23:00:01.000Z'];
    for (const seq of [3, 6]) {
      writer.saveSnapshot({ seq, hash: NINE[seq - 1]?.hash ?? '', board: `{"seq":${seq}}` });
      writer.keepTallies([{ contest: 'ga-06', seq, at, nightAt, tally: `{"ossoff":${seq}}` }]);
    }
    writer.close();
    change(directory, `UPDATE snapshots SET board = '{"seq":7}' WHERE seq = 6`);
    change(directory, `UPDATE tallies SET tally = '{"ossoff":7}' WHERE seq = 6`);
    const reader = openReader(directory);
    expect(reader.latestSnapshot()).toMatchObject({ seq: 3, board: '{"seq":3}' });
    expect(reader.readTallies('ga-06', 0, 9)).toMatchObject([{ seq: 3, tally: '{"ossoff":3}' }]);
    reader.close();
    expect(verifyData(directory)).toMatchObject({
      ok: true,
      value: { notes: [expect.stringContaining('snapshot'), expect.stringContaining('ga-06')] },
    });
  });

  it('is passed over where one was put in the place of another', () => {
    const directory = folderOfNine();
    const writer = writerOf(directory);
    for (const seq of [3, 6])
      writer.saveSnapshot({ seq, hash: NINE[seq - 1]?.hash ?? '', board: `{"seq":${seq}}` });
    writer.close();
    change(
      directory,
      'UPDATE snapshots SET (board, digest) = (SELECT board, digest FROM snapshots WHERE seq = 3) WHERE seq = 6',
    );
    const reader = openReader(directory);
    expect(reader.latestSnapshot()?.board).toBe('{"seq":3}');
    expect(reader.latestSnapshot()?.seq).toBe(3);
    reader.close();
  });

  it('is kept no longer than needed: the newest snapshot and the one before it', () => {
    const directory = folderOfNine();
    const writer = writerOf(directory);
    for (const seq of [2, 4, 6, 8])
      writer.saveSnapshot({ seq, hash: NINE[seq - 1]?.hash ?? '', board: '{}' });
    writer.close();
    const database = new Database(join(directory, 'journal.db'), { readonly: true });
    expect(database.prepare('SELECT seq FROM snapshots ORDER BY seq').pluck().all()).toEqual([
      6, 8,
    ]);
    database.close();
  });
});
