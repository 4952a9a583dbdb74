import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Said } from './said.ts';

/**
 * A password from the terminal, asked for twice and not shown, or the first line of what is piped in.
 * Never from the command line, which others on the machine and the shell's history can read.
 */
export async function readPassword(name: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  const password = await ask(`Password for ${name}: `);
  if (password !== (await ask('The same again: '))) throw new Said('The two are not the same.');
  return password;
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_text, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  // Ctrl+C rejects the question, Ctrl+D only closes the lines.
  const closed = new Promise<null>((resolve) => lines.once('close', () => resolve(null)));
  try {
    const answer = await Promise.race([lines.question('').catch(() => null), closed]);
    if (answer === null) throw new Said('Nothing was changed.');
    return answer;
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  throw new Said('There is no password: pipe one in, or run this in a terminal.');
}
