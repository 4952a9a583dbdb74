import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Head } from './journal.ts';
import { openLineFile } from './line-file.ts';

const SHAPE = /^(\d{16}) ([0-9a-f]{64})\n$/;

/** The last durable head, kept outside the table, so that a cut-off end is noticed. */
export interface Witness {
  /**
   * To be called when `head` is durable in the table, never before. Not synced to the disk itself:
   * after a power cut it may lie behind the table, which is harmless, and it cannot lie ahead.
   */
  write(head: Head): void;
  close(): void;
}

/** Where a data folder keeps its witness. */
function witnessPath(directory: string): string {
  return join(directory, 'journal.witness');
}

/** @returns the head, null where there is no such file, or `unreadable` where it holds something else. */
export function readWitness(directory: string): Head | null | 'unreadable' {
  let text: string;
  try {
    text = readFileSync(witnessPath(directory), 'utf8');
  } catch {
    return null;
  }
  const [, seq, hash] = SHAPE.exec(text) ?? [];
  return seq === undefined || hash === undefined ? 'unreadable' : { seq: Number(seq), hash };
}

/** The line that the file holds. */
export function witnessLine({ seq, hash }: Head): string {
  return `${String(seq).padStart(16, '0')} ${hash}\n`;
}

/** Opens the file for writing, with `head` in it from now on. */
export function openWitness(directory: string, head: Head): Witness {
  const file = openLineFile(witnessPath(directory), witnessLine(head));
  return { write: (next) => file.write(witnessLine(next)), close: file.close };
}
