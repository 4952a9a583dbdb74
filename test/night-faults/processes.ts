import { type ChildProcess, fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a file, a source or what was built of one, in a process of its own. */
export function startProcess(file: URL, ...words: string[]): ChildProcess {
  const isSource = file.href.endsWith('.ts');
  return fork(file, words, {
    execArgv: isSource ? ['--import', import.meta.resolve('tsx')] : [],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
}

/**
 * Runs what was built of a file in a process that can make no file longer than so many KB: the nearest
 * thing to a full disk that needs no rights. The signal that would end it is left out, as a disk has none.
 */
export function startWithLittleRoom(kb: number, file: URL, ...words: string[]): ChildProcess {
  const limited = `trap '' XFSZ; ulimit -f ${kb * 2}; exec "$@"`;
  return spawn('sh', ['-c', limited, 'sh', process.execPath, fileURLToPath(file), ...words], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
}

/** Runs what was built of a file as an account that may write nowhere. */
export function startAsNobody(file: URL, ...words: string[]): ChildProcess {
  return fork(file, words, {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    uid: 65_534,
    gid: 65_534,
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
