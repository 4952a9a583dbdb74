import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { openReader } from '../../server/journal/sqlite-reader.ts';
import { UnusableJournal } from '../../server/journal/unusable-journal.ts';
import { verifyData } from '../../server/journal/verify-data.ts';
import { countedSalts } from './make-entry.ts';
import {
  change,
  contentsOf,
  crashed,
  faultOf,
  folderOfNine,
  NINE,
  newFolder,
  refusalOf,
  sealed,
  writerOf,
} from './sqlite-folders.ts';

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
  ])('is refused at its first wrong entry: %s', (_, sql, seq, what) => {
    const directory = folderOfNine();
    change(directory, sql);
    expect(faultOf(directory)).toEqual([seq, expect.stringContaining(what)]);
    const before = contentsOf(directory);
    const refusal = refusalOf(directory);
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
    ['whose tables have other columns', renameColumn, 'the tables in journal.db are damaged'],
    ['of a newer program', (at) => change(at, 'PRAGMA user_version = 2'), 'data format 2'],
    [
      'of another program',
      (at) => change(at, 'PRAGMA application_id = 1'),
      'is not a journal of Fiftyline',
    ],
  ])('is refused %s', (_, damage, what) => {
    const directory = folderOfNine();
    damage(directory);
    expect(faultOf(directory)[1]).toContain(what);
    const before = contentsOf(directory);
    expect(refusalOf(directory)).toContain(what);
    expect(contentsOf(directory)).toEqual(before);
  });

  it('whose witness is lost opens again with the line that the refusal names', () => {
    const directory = folderOfNine();
    rmSync(join(directory, 'journal.witness'));
    const line = /\d{16} [0-9a-f]{64}/.exec(refusalOf(directory) ?? '')?.[0];
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
    expect(refusalOf(directory)).toContain('is in use by another Fiftyline server');
    await first.close();
    expect(refusalOf(directory)).toBeNull();
  });

  it('that is refused ends no process by itself: its server says why and stops', async () => {
    const directory = folderOfNine();
    change(directory, 'DELETE FROM entries WHERE seq = 5');
    const opened = openSqliteJournal({ directory, salt: countedSalts() });
    await expect(opened).rejects.toThrow(UnusableJournal);
    await expect(opened).rejects.toThrow('entry 5 is missing');
  });
});

function witnessOfNine(): string {
  const path = join(newFolder(), 'journal.witness');
  writeFileSync(path, `${'9'.padStart(16, '0')} ${NINE[8]?.hash}\n`);
  return path;
}

function renameColumn(directory: string): void {
  change(directory, 'ALTER TABLE entries RENAME COLUMN body TO abody');
}
