import { present } from '../../shared/basics/assert.ts';
import { serveThread } from './serve-thread.ts';
import { openReader, type Reader } from './sqlite-reader.ts';

let opened: Reader | null = null;
const reader = () => present(opened, 'journal open');

const calls = {
  open(directory: string): void {
    opened = openReader(directory);
  },
  read: (after: number, limit: number) => reader().read(after, limit),
  latestSnapshot: () => reader().latestSnapshot(),
  readTallies: (contest: string, after: number, limit: number) =>
    reader().readTallies(contest, after, limit),
  close(): void {
    opened?.close();
    opened = null;
  },
};

export type ReaderCalls = typeof calls;

serveThread(calls);
