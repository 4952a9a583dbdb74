import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { LocatedMistake } from '../election/parse-definition.ts';
import { type ApiAnswer, findToken, messageOf, openApi } from './api-client.ts';
import { type Loaded, loadWords } from './load-words.ts';
import { dataOption, urlOption } from './options.ts';
import { Said } from './said.ts';

interface LoadOptions {
  readonly url: string;
  readonly data: string;
  readonly reset: boolean;
}

export function loadCommand(): Command {
  return new Command('load')
    .description('load an election definition into a running server, or show every mistake in it')
    .argument('<file>', 'the definition: JSON, comments allowed')
    .addOption(urlOption())
    .addOption(dataOption())
    .option('--reset', 'empty a test election first', false)
    .addHelpText('after', '\nExample: npx fiftyline load data/ga-06-2017-04-18/election.json')
    .action(load);
}

async function load(file: string, { url, data, reset }: LoadOptions): Promise<void> {
  const text = readText(file);
  const api = openApi(url, findToken(data));
  const answer = await api.postText(`/elections${reset ? '?reset=1' : ''}`, text);
  if (!answer.ok) throw new Said(refusalText(file, answer));
  // `as`: so docs/api.md has it.
  console.log(loadWords(answer.json as Loaded).join('\n'));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Said(`${file} cannot be read.`);
  }
}

/** Every mistake with its place, as an editor can jump to it. */
function refusalText(file: string, answer: ApiAnswer): string {
  const { error } = Object(answer.json) as { error?: LoadError };
  const mistakes = error?.mistakes ?? [];
  const lines = mistakes.map(({ line, path, message }) => `${file}:${line} ${path}: ${message}`);
  // One reason to refuse the whole has been said at its place.
  const isSaid = mistakes.length === 1 && mistakes[0]?.message === error?.message;
  return [...lines, isSaid ? 'Nothing was loaded.' : messageOf(answer)].join('\n');
}

interface LoadError {
  readonly message?: string;
  readonly mistakes?: readonly LocatedMistake[];
}
