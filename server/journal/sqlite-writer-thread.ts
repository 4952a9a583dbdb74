import { present } from '../../shared/basics/assert.ts';
import { ok, type Result } from '../../shared/basics/result.ts';
import type { BoardSnapshot, Head, KeptTally, SealedEntry } from './journal.ts';
import { serveThread } from './serve-thread.ts';
import { openWriter, type Writer } from './sqlite-writer.ts';

let opened: Writer | null = null;
const writer = () => present(opened, 'journal open');

const calls = {
  open(directory: string, newEpoch: string): Result<{ epoch: string; head: Head }, string> {
    const result = openWriter(directory, newEpoch);
    if (!result.ok) return result;
    opened = result.value;
    return ok({ epoch: opened.epoch, head: opened.head });
  },
  write: (entries: readonly SealedEntry[]) => writer().write(entries),
  saveSnapshot: (snapshot: BoardSnapshot) => writer().saveSnapshot(snapshot),
  keepTallies: (tallies: readonly KeptTally[]) => writer().keepTallies(tallies),
  close(): void {
    opened?.close();
    opened = null;
  },
};

export type WriterCalls = typeof calls;

serveThread(calls);
