import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { setAside } from '../../server/cli/set-aside.ts';
import { lockFolder } from '../../server/journal/folder-lock.ts';

let folder: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fiftyline-aside-'));
  data = join(folder, 'demo');
  return () => rmSync(folder, { recursive: true });
});

function play(night: string): void {
  mkdirSync(data, { recursive: true });
  for (const name of ['journal.db', 'journal.witness', 'accounts.db', 'local-token'])
    writeFileSync(join(data, name), night);
}

it('leaves a folder with its accounts and no journal, and keeps the last night beside it', () => {
  play('first');
  setAside(data);
  expect(readdirSync(data).toSorted()).toEqual(['accounts.db', 'local-token']);
  expect(readFileSync(join(folder, 'demo-last/journal.db'), 'utf8')).toBe('first');
  play('second');
  setAside(data);
  expect(readFileSync(join(folder, 'demo-last/journal.db'), 'utf8')).toBe('second');
});

it('has nothing to do where nothing has been played', () => {
  setAside(data);
  expect(existsSync(`${data}-last`)).toBe(false);
});

it('leaves a folder alone that a server is using', () => {
  play('first');
  const unlock = lockFolder(data);
  expect(() => setAside(data)).toThrow('Another server is using');
  expect(existsSync(join(data, 'journal.db'))).toBe(true);
  unlock?.();
});
