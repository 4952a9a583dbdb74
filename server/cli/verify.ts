import { Command } from 'commander';
import type { Head } from '../journal/journal.ts';
import { verifyData } from '../journal/verify-data.ts';
import { type JournalPage, verifyPublic } from '../journal/verify-public.ts';
import { dataOption, urlOption } from './options.ts';
import { Said } from './said.ts';

interface VerifyOptions {
  readonly data: string;
  readonly url?: string;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('recompute the record’s hash chain, and name the first entry that does not hold')
    .addOption(dataOption().conflicts('url'))
    .addOption(urlOption().default(undefined, 'the data folder'))
    .addHelpText('after', '\nExample: npx fiftyline verify --data var/demo')
    .action(verify);
}

async function verify({ data, url }: VerifyOptions): Promise<void> {
  console.log(url === undefined ? verifyFolder(data) : await verifyServer(url));
}

function verifyFolder(directory: string): string {
  const verified = verifyData(directory);
  if (!verified.ok) {
    const { what, advice } = verified.reason;
    throw new Said(`The record does not hold: ${what}. ${advice.trim()}`);
  }
  const { head, notes } = verified.value;
  return [...notes.map((note) => `Note: ${note}.`), holdsText(head)].join('\n');
}

async function verifyServer(url: string): Promise<string> {
  const verified = await verifyPublic((after) => readPage(url, after));
  if (verified.ok) return holdsText(verified.value);
  const { seq, what } = verified.reason;
  throw new Said(`The record does not hold: entry ${seq} ${what}.`);
}

async function readPage(url: string, after: number): Promise<JournalPage> {
  const response = await fetch(`${url}/api/v1/journal?after=${after}&limit=1000`).catch(() => null);
  if (response?.ok !== true) throw new Said(`No journal can be read at ${url}.`);
  // `as`: what it says is not believed but recomputed.
  return (await response.json()) as JournalPage;
}

function holdsText({ seq, hash }: Head): string {
  return seq === 0
    ? 'The record holds: it has no entries yet.'
    : `The record holds: entries 1 to ${seq}. Head: ${seq} ${hash}`;
}
