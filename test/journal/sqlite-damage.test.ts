import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING, sealEntry } from '../../server/journal/chain.ts';
import type { Journal, SealedEntry } from '../../server/journal/journal.ts';
import { openEntry } from '../../server/journal/open-entry.ts';
import { openToWrite } from '../../server/journal/sqlite-file.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { openReader } from '../../server/journal/sqlite-reader.ts';
import { openWriter, type Writer } from '../../server/journal/sqlite-writer.ts';
import { UnusableJournal } from '../../server/journal/unusable-journal.ts';
import { verifyData } from '../../server/journal/verify-data.ts';
import { dataFolders } from './data-folders.ts';
import { countedSalts, noticeEntries, noticeEntry } from './make-entry.ts';

const newFolder = dataFolders();
const FILES = ['journal.db', 'journal.db-wal', 'journal.witness'];

/** A folder's writer, in this thread. */
function writerOf(directory: string): Writer {
  const opened = openWriter(directory, 'epoch-1');
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

/** Sealed entries that go on from others. */
function sealed(after: readonly SealedEntry[], count: number, text = 'Notice'): SealedEntry[] {
  const salt = countedSalts();
  const all = [...after];
  for (let seq = all.length + 1; seq <= after.length + count; seq += 1) {
    const prev = all.at(-1)?.hash ?? NOTHING.hash;
    all.push(sealEntry(noticeEntry(seq, `${text} ${seq}`), prev, { body: salt(), secret: salt() }));
  }
  return all.slice(after.length);
}

const NINE = sealed([], 9);

/** A folder with entries 1 to 9, closed. */
function folderOfNine(): string {
  const directory = newFolder();
  const writer = writerOf(directory);
  writer.write(NINE);
  writer.close();
  return directory;
}

function change(directory: string, sql: string): void {
  const database = new Database(join(directory, 'journal.db'));
  database.exec(sql);
  database.close();
}

/** What `verify` says of the folder: where, and what. */
function faultOf(directory: string): [seq: number | null, what: string] {
  const verified = verifyData(directory);
  if (verified.ok) throw new Error('it holds');
  return [verified.reason.seq, verified.reason.what];
}

async function refusalOf(directory: string): Promise<string> {
  const opened = openSqliteJournal({ directory, salt: countedSalts() });
  return opened.then(
    async (journal) => {
      await journal.close();
      return 'opened';
    },
    (error: unknown) => (error instanceof UnusableJournal ? error.message : String(error)),
  );
}

function contentsOf(directory: string): (string | null)[] {
  return FILES.map((name) => join(directory, name)).map((path) =>
    existsSync(path) ? readFileSync(path, 'hex') : null,
  );
}

/** A copy of a folder as a crash at this moment would leave it. */
function crashed(directory: string, files = FILES): string {
  const copy = newFolder();
  for (const name of files.filter((file) => existsSync(join(directory, file))))
    cpSync(join(directory, name), join(copy, name));
  return copy;
}

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

describe('a journal that was changed', () => {
  it.each<[string, string, number, string]>([
    [
      'a body',
      `UPDATE entries SET body = replace(body, 'Notice', 'Motice') WHERE seq = 7`,
      7,
      'body',
    ],
    [
      'a secret',
      `UPDATE entries SET secret = replace(secret, 'ana', 'eve') WHERE seq = 3`,
      3,
      'secret part',
    ],
    ['a time', `UPDATE entries SET at = '2017-04-18T23:59:59.000Z' WHERE seq = 4`, 4, 'hash'],
    ['a contest', `UPDATE entries SET contest = NULL WHERE seq = 4`, 4, 'hash'],
    ['a removed entry', 'DELETE FROM entries WHERE seq = 5', 5, 'is missing'],
    ['a removed first entry', 'DELETE FROM entries WHERE seq = 1', 1, 'is missing'],
    [
      'swapped entries',
      'UPDATE entries SET seq = -1 WHERE seq = 3; UPDATE entries SET seq = 3 WHERE seq = 6; UPDATE entries SET seq = 6 WHERE seq = -1',
      3,
      'hash',
    ],
    [
      'an added entry',
      'CREATE TABLE t AS SELECT * FROM entries WHERE seq = 9; UPDATE t SET seq = 10; INSERT INTO entries SELECT * FROM t; DROP TABLE t',
      10,
      'hash',
    ],
    ['an end that is cut off', 'DELETE FROM entries WHERE seq > 7', 8, 'its end is cut off'],
    ['a record that was emptied', 'DELETE FROM entries', 1, 'its end is cut off'],
  ])('is refused at its first wrong entry: %s', async (_, sql, seq, what) => {
    const directory = folderOfNine();
    change(directory, sql);
    expect(faultOf(directory)).toEqual([seq, expect.stringContaining(what)]);
    const before = contentsOf(directory);
    const refusal = await refusalOf(directory);
    expect(refusal).toContain(`entry ${what === 'its end is cut off' ? seq - 1 : seq}`);
    expect(refusal).toContain('from one and the same backup');
    expect(contentsOf(directory)).toEqual(before);
  });

  it('is refused where the whole history was made anew', () => {
    const directory = folderOfNine();
    const forged = [...NINE.slice(0, 6), ...sealed(NINE.slice(0, 6), 3, 'Other notice')];
    const copy = newFolder();
    const writer = writerOf(copy);
    writer.write(forged);
    writer.close();
    cpSync(join(copy, 'journal.db'), join(directory, 'journal.db'));
    expect(faultOf(directory)).toEqual([9, expect.stringContaining('is another one')]);
  });

  it('is refused where its log is damaged, and says how far it goes', () => {
    const directory = newFolder();
    const writer = writerOf(directory);
    writer.write(NINE.slice(0, 5));
    const kept = readFileSync(join(directory, 'journal.db-wal')).length;
    writer.write(NINE.slice(5));
    const copy = crashed(directory);
    writer.close();
    const log = readFileSync(join(copy, 'journal.db-wal'));
    log[kept + 200] = (log[kept + 200] ?? 0) ^ 1;
    writeFileSync(join(copy, 'journal.db-wal'), log);
    expect(faultOf(copy)).toEqual([
      6,
      expect.stringContaining('but entry 9 had been made durable'),
    ]);
  });

  it('is refused where its log was left behind by a copy', () => {
    const directory = newFolder();
    const writer = writerOf(directory);
    writer.write(NINE);
    const copy = crashed(directory, ['journal.db', 'journal.witness']);
    writer.close();
    expect(faultOf(copy)[0]).toBe(1);
  });

  it('never shows anything that was not written, whichever byte is changed', () => {
    const original = readFileSync(join(folderOfNine(), 'journal.db'));
    let found = 0;
    fc.assert(
      fc.property(
        fc.nat(original.length - 1),
        fc.integer({ min: 1, max: 255 }),
        (place, change) => {
          const directory = newFolder();
          const bytes = Buffer.from(original);
          bytes[place] = (bytes[place] ?? 0) ^ change;
          writeFileSync(join(directory, 'journal.db'), bytes);
          writeFileSync(join(directory, 'journal.witness'), readFileSync(witnessOfNine()));
          const holds = verifyData(directory).ok;
          if (!holds) found += 1;
          // A byte that nobody reads may change.
          if (holds) {
            const reader = openReader(directory);
            expect(reader.read(0, 100)).toEqual(NINE);
            reader.close();
          }
          rmSync(directory, { recursive: true });
        },
      ),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(10);
  });
});

describe('a data folder', () => {
  it.each<[string, (directory: string) => void, string]>([
    ['without its witness', (at) => rmSync(join(at, 'journal.witness')), 'is missing'],
    [
      'with a damaged witness',
      (at) => writeFileSync(join(at, 'journal.witness'), '9'),
      'is unreadable',
    ],
    ['without its table', (at) => rmSync(join(at, 'journal.db')), 'journal.db is missing'],
    ['with an empty table', (at) => truncateSync(join(at, 'journal.db')), 'journal.db is empty'],
    ['with half a table', (at) => truncateSync(join(at, 'journal.db'), 9_000), 'cannot be read'],
    [
      'with a text for a table',
      (at) => writeFileSync(join(at, 'journal.db'), 'x'.repeat(5_000)),
      'cannot be read',
    ],
    ['of a newer program', (at) => change(at, 'PRAGMA user_version = 2'), 'data format 2'],
    [
      'of another program',
      (at) => change(at, 'PRAGMA application_id = 1'),
      'is not a journal of Fiftyline',
    ],
  ])('is refused %s', async (_, damage, what) => {
    const directory = folderOfNine();
    damage(directory);
    expect(faultOf(directory)[1]).toContain(what);
    const before = contentsOf(directory);
    expect(await refusalOf(directory)).toContain(what);
    expect(contentsOf(directory)).toEqual(before);
  });

  it('whose witness is lost opens again with the line that the refusal names', async () => {
    const directory = folderOfNine();
    rmSync(join(directory, 'journal.witness'));
    const line = /\d{16} [0-9a-f]{64}/.exec(await refusalOf(directory))?.[0];
    writeFileSync(join(directory, 'journal.witness'), `${line}\n`);
    expect(verifyData(directory).ok).toBe(true);
  });

  it('without a journal is not a record that holds', () => {
    const directory = newFolder();
    expect(faultOf(directory)[1]).toContain('there is no journal');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('takes one server, and the next once that one has gone', async () => {
    const directory = newFolder();
    const first = await openSqliteJournal({ directory, salt: countedSalts() });
    expect(await refusalOf(directory)).toContain('is in use by another Fiftyline server');
    await first.append(noticeEntries(1, 2));
    await first.close();
    expect(await refusalOf(directory)).toBe('opened');
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
    expect(reader.tallyAt('ga-06', 9)).toMatchObject({ seq: 3, tally: '{"ossoff":3}' });
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

function witnessOfNine(): string {
  const path = join(newFolder(), 'journal.witness');
  writeFileSync(path, `${'9'.padStart(16, '0')} ${NINE[8]?.hash}\n`);
  return path;
}
