import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../client/words/format.ts';
import { en } from '../../shared/results/words/en.ts';
import { es } from '../../shared/results/words/es.ts';

const FOLDER = join(import.meta.dirname, '../../client/words');

/** Names, signs and words that are the same in both. */
const SAME = /^[^a-záéíóúñ]*$|^(total|error|no|provisional)$/i;

/** Words that no Spanish sentence has. */
const ENGLISH =
  /(?<!\p{L})(the|of|and|with|is|are|was|not|have|been|this|that|what|which|votes|count|counted|report|call|under|over|held|publish|since|all|by|for|to|from|at|on)(?!\p{L})/iu;

/** Every catalogue of the interface: what a module of client/words exports for one language or the other. */
async function catalogues(): Promise<readonly (readonly [string, object, object])[]> {
  const found: (readonly [string, object, object])[] = [];
  for (const file of readdirSync(FOLDER)) {
    const exported: Readonly<Record<string, unknown>> = await import(join(FOLDER, file));
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value !== 'function' || !/^(words|[a-z]+(?:[A-Z][a-z]+)*Words)$/.test(name))
        continue;
      // `as`: whatever is called so gives a catalogue for a language.
      const speak = value as (language: Language) => object;
      found.push([`${file} ${name}`, speak('en'), speak('es')]);
    }
  }
  return [...found, ['sentences', en, es]];
}

/** Every text of a catalogue by its path; functions are called with numbers, which no language words. */
function textsIn(catalogue: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof catalogue === 'string') return [[path, catalogue]];
  if (typeof catalogue === 'function') {
    const given = Array.from({ length: catalogue.length }, (_, at) => `${at + 1}`);
    try {
      return textsIn(catalogue(...given), path);
    } catch {
      // One that takes lists.
      return textsIn(catalogue(...given.map((each) => [each])), path);
    }
  }
  if (typeof catalogue !== 'object' || catalogue === null) return [];
  return Object.entries(catalogue).flatMap(([key, part]) => textsIn(part, `${path}.${key}`));
}

/** The other language's own name, and what is data. */
const MEANT = ['.otherLanguage'];

describe('the interface in Spanish', async () => {
  const all = await catalogues();

  it('has the catalogues of every surface', () => {
    const names = all.map(([name]) => name.split(' ').at(-1));
    expect(names).toEqual(
      expect.arrayContaining(['words', 'screenWords', 'deskWords', 'alarmWords', 'sentences']),
    );
  });

  it.each(all)('has no English left: %s', (_name, english, spanish) => {
    const inEnglish = new Map(textsIn(english));
    for (const [path, text] of textsIn(spanish)) {
      if (MEANT.includes(path)) continue;
      expect(text.replaceAll(/\{[^}]*\}/g, ''), path).not.toMatch(ENGLISH);
      if (!SAME.test(text.replaceAll(/\{[^}]*\}/g, ''))) {
        expect(text, path).not.toBe(inEnglish.get(path));
      }
    }
    expect(
      textsIn(spanish)
        .map(([path]) => path)
        .sort(),
    ).toEqual([...inEnglish.keys()].sort());
  });
});
