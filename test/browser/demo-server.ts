import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { present } from '../../shared/basics/assert.ts';

const CLI = resolve(import.meta.dirname, '../../server/cli');

/** `npm start` in a process and a data folder of its own. */
export interface DemoServer {
  readonly url: string;
  /** One-time sign-in links, one a person. */
  readonly links: readonly string[];
  /** `npx fiftyline replay`: resolves when the night has been played to its end. */
  replay(speed: number): Promise<void>;
  /** As a power cut would. The folder stays. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port. */
  startAgain(words?: readonly string[]): Promise<DemoServer>;
  /** Ends it and forgets its folder. */
  close(): Promise<void>;
}

/** @param words such as `--speed 600`; resolves once its addresses are printed */
export async function startDemo(words: readonly string[]): Promise<DemoServer> {
  return start(mkdtempSync(join(tmpdir(), 'fiftyline-demo-')), '0', words);
}

async function start(folder: string, port: string, words: readonly string[]): Promise<DemoServer> {
  const child = spawn(
    process.execPath,
    [join(CLI, 'start.mjs'), '--port', port, '--data', folder, ...words],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const { url, links } = await greeting(child);
  return {
    url,
    links,
    replay: (speed) => replay(folder, url, speed),
    kill: () => endOf(child),
    startAgain: (again = words) => start(folder, new URL(url).port, again),
    async close() {
      await endOf(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Reads what is printed: two links come last. Rejects with the error stream where it ends before. */
function greeting(child: ChildProcess) {
  return new Promise<{ url: string; links: string[] }>((settle, reject) => {
    let url = '';
    let said = '';
    const links: string[] = [];
    child.stderr?.on('data', (text) => {
      said += text;
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
    createInterface({ input: present(child.stdout, 'output') }).on('line', (line) => {
      url = /Watch\s+(\S+)\//.exec(line)?.[1] ?? url;
      const link = /(\S+\/sign-in\?code=\S+)/.exec(line)?.[1];
      if (link !== undefined) links.push(link);
      if (links.length === 2) settle({ url, links });
    });
  });
}

async function replay(folder: string, url: string, speed: number): Promise<void> {
  const words = ['replay', 'ga-06-2017-04-18', '--url', url, '--data', folder];
  const child = spawn(
    process.execPath,
    [join(CLI, 'fiftyline.mjs'), ...words, '--speed', `${speed}`],
    {
      stdio: 'ignore',
    },
  );
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`fiftyline replay ended with ${code}`);
}
