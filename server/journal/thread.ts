import { Worker } from 'node:worker_threads';

/** What a thread can be asked for: names, arguments and answers that can be copied between threads. */
export type Calls = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface Question {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

export type Reply = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly error: unknown }
);

export interface Thread<Offered extends Calls> {
  /** Answered in the order of asking. Rejects with what was thrown there, or where the thread has ended. */
  ask<Name extends keyof Offered & string>(
    name: Name,
    ...args: Parameters<Offered[Name]>
  ): Promise<ReturnType<Offered[Name]>>;
  end(): Promise<void>;
}

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts the thread that `module`, a file of this program, describes. */
export function startThread<Offered extends Calls>(module: URL): Thread<Offered> {
  const worker = startWorker(module);
  const asked = new Map<number, Asked>();
  let lastId = 0;
  let ended: Error | null = null;

  function endWith(error: Error): void {
    ended ??= error;
    for (const { reject } of asked.values()) reject(ended);
    asked.clear();
  }

  worker.on('message', (reply: Reply) => {
    const waiting = asked.get(reply.id);
    asked.delete(reply.id);
    if ('error' in reply) waiting?.reject(reply.error);
    else waiting?.resolve(reply.value);
  });
  worker.on('error', endWith);
  worker.on('exit', () => endWith(new Error('the thread has ended')));

  return {
    ask(name, ...args) {
      return new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        lastId += 1;
        // `as`: the thread answers a name with what that call gives back.
        asked.set(lastId, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ id: lastId, name, args } satisfies Question);
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}

/**
 * Node 20 runs no TypeScript. Built, the file beside this one is JavaScript; from source, under Vitest
 * or tsx, the worker reads it through tsx, whose hooks it does not inherit.
 */
function startWorker(module: URL): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL(module.href.replace(/\.ts$/, '.js')));
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const file = JSON.stringify(module.href);
  const run = `import(${tsx}).then(({ tsImport }) => tsImport(${file}, ${file}))`;
  return new Worker(run, { eval: true });
}
