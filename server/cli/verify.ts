import { Command } from 'commander';
import type { Head } from '../journal/journal.ts';
import { verifyData } from '../journal/verify-data.ts';
import { verifyPublic } from '../journal/verify-public.ts';
import { fetchJournal } from './fetch-journal.ts';
import { dataOption, urlOption } from './options.ts';
import { readRememberedHead, rememberHead } from './remembered-head.ts';
import { Said } from './said.ts';

interface VerifyOptions {
  readonly data: string;
  readonly url?: string;
  readonly remember?: string;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('recompute the record’s hash chain, and name the first entry that does not hold')
    .addOption(dataOption().conflicts('url'))
    .addOption(urlOption().default(undefined, 'the data folder'))
    .option(
      '--remember <file>',
      'with --url: keep the verified head in a file, and find it again the next time',
    )
    .addHelpText('after', '\nExample: npx fiftyline verify --data var/demo')
    .action(verify);
}

async function verify({ data, url, remember }: VerifyOptions): Promise<void> {
  if (url === undefined && remember !== undefined)
    throw new Said(
      'Write --remember with --url; a data folder remembers its head by itself, in journal.witness.',
      2,
    );
  console.log(url === undefined ? verifyFolder(data) : await verifyServer(url, remember ?? null));
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

/** @param remember the file that remembers the head; null where none is to */
async function verifyServer(url: string, remember: string | null): Promise<string> {
  const known = remember === null ? null : readRememberedHead(remember);
  const verified = await verifyPublic((after) => fetchJournal(url, after), known ?? undefined);
  if (!verified.ok) {
    const { seq, what } = verified.reason;
    throw new Said(`The record does not hold: entry ${seq} ${what}.`);
  }
  const { head, hidden } = verified.value;
  if (remember !== null) rememberHead(remember, head);
  return hidden === 0 ? holdsText(head) : `${holdsText(head)}\n${hiddenText(hidden)}`;
}

function hiddenText(hidden: number): string {
  const entries = hidden === 1 ? '1 entry is' : `${hidden} entries are`;
  return `Note: ${entries} known by the hash alone: early, held, rejected, repeated or unconfirmed.`;
}

function holdsText({ seq, hash }: Head): string {
  return seq === 0
    ? 'The record holds: it has no entries yet.'
    : `The record holds: entries 1 to ${seq}. Head: ${seq} ${hash}`;
}
