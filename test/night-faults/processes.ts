import { type ChildProcess, fork } from 'node:child_process';

/** Runs a file in a process of its own. */
export function startProcess(file: URL, ...words: string[]): ChildProcess {
  return fork(file, words, {
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
}

/** All that it says on its error stream until it ends, and the code it ends with. */
export async function endOf(process: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  process.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve) => process.on('close', (code) => resolve({ code, said })));
}

/** Hears messages until one is the awaited; a process that ends before it has failed. */
export function until<Message>(
  process: ChildProcess,
  isAwaited: (message: Message) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      process.off('message', hear);
      process.off('exit', die);
      settle();
    };
    const hear = (message: unknown) => {
      try {
        // `as`: the file that was started says what it sends.
        if (isAwaited(message as Message)) end(resolve);
      } catch (error) {
        end(() => reject(error));
      }
    };
    const die = () => end(() => reject(new Error('the process has ended by itself')));
    process.on('message', hear);
    process.on('exit', die);
  });
}
