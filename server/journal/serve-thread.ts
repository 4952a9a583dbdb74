import { parentPort } from 'node:worker_threads';
import { present } from '../../shared/basics/assert.ts';
import type { Calls, Question, Reply } from './thread.ts';

/** The thread's side: answers what it is asked, one question after the other. */
export function serveThread(calls: Calls): void {
  const port = present(parentPort, 'parent: this file is run in a worker thread');
  port.on('message', ({ id, name, args }: Question) => port.postMessage(replyTo(id, name, args)));

  function replyTo(id: number, name: string, args: readonly unknown[]): Reply {
    try {
      const call = present(Object.hasOwn(calls, name) ? calls[name] : null, `call ${name}`);
      // `as`: whoever asks has the types of these very calls.
      return { id, value: call(...(args as never[])) };
    } catch (error) {
      return { id, error: copyable(error) };
    }
  }
}

/** SQLite's errors come to pieces on the way between threads; plain ones arrive whole. */
function copyable(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const copy = new Error('code' in error ? `${error.message} (${error.code})` : error.message);
  if (error.stack !== undefined) copy.stack = error.stack;
  return copy;
}
