import type { Definition } from '../../shared/election/definition.ts';
import { labelsOf } from '../../shared/election/labels-of.ts';
import type { Language } from './format.ts';
import { words } from './words.ts';

type Known = keyof ReturnType<typeof words>['labels'];

/** What must be known about this data, in a word or two each: a test, a reconstruction. */
export function labelShort(definition: Definition, language: Language): readonly string[] {
  const { labelShort: known } = words(language);
  return labelsOf(definition.election).map((label) =>
    isKnown(label, known) ? known[label] : label,
  );
}

/** The same in whole sentences. */
export function labelTexts(definition: Definition, language: Language): readonly string[] {
  const { labels: known } = words(language);
  return labelsOf(definition.election).map((label) =>
    isKnown(label, known) ? known[label] : label,
  );
}

function isKnown(label: string, known: Readonly<Record<Known, string>>): label is Known {
  return Object.hasOwn(known, label);
}
