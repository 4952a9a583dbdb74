import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/wire/messages.ts';

/** What is sent, and what that is made of. */
const FILES = [
  'shared/wire/messages.ts',
  'shared/wire/desk-messages.ts',
  'shared/count/tally.ts',
  'shared/count/call.ts',
];

/** Every version there was, by the messages it had. A new one is added, none is changed. */
const VERSIONS: Readonly<Record<number, string>> = {
  1: 'c2ccd90f46895725',
};

it('the protocol has another version when a message has another form', () => {
  const hash = createHash('sha256');
  for (const file of FILES) hash.update(formOf(file));
  expect(hash.digest('hex').slice(0, 16)).toBe(VERSIONS[PROTOCOL_VERSION]);
});

/** A file's types, whatever is said about them and however they are laid out. */
function formOf(file: string): string {
  const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
  return text
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replaceAll(/^import .*|PROTOCOL_VERSION = \d+/gm, '')
    .replaceAll(/\s+/g, ' ');
}
