import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Head } from '../journal/journal.ts';
import { Said } from './said.ts';

const SHAPE = /^(\d{1,15}) ([0-9a-f]{64})\n?$/;

/** The head that a file remembers; null where there is no such file. */
export function readRememberedHead(path: string): Head | null {
  const text = textOf(path);
  if (text === null) return null;
  const [, seq, hash] = SHAPE.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new Said(
      `${path} remembers no verified record: it is to hold one line, an entry’s number and its hash.`,
    );
  return { seq: Number(seq), hash };
}

/** In one piece, so that a head is never half remembered. */
export function rememberHead(path: string, { seq, hash }: Head): void {
  writeFileSync(`${path}.new`, `${seq} ${hash}\n`);
  renameSync(`${path}.new`, path);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Said(`${path} cannot be read.`);
  }
}
