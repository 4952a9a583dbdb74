import type { Definition } from '../../shared/election/definition.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { printCounted } from '../../shared/results/print-part.ts';
import type { Standing } from '../../shared/results/standing.ts';
import type { Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { shareText } from '../words/share-text.ts';
import { words } from '../words/words.ts';
import { heroOf } from './hero.ts';

/** The tab's title: Ossoff 50.3%, 75% counted; of a test it says that first. */
export function pageTitle(definition: Definition, standing: Standing, language: Language): string {
  const title = resultTitle(definition, standing, language);
  const isTest = definition.election.stage === 'test';
  return isTest ? `${words(language).labelShort.test}: ${title}` : title;
}

/** Whom the title names, and on which side of the line: the same text while both are the same. */
export function leadInTitle(definition: Definition, standing: Standing): string {
  const { id, overLine } = heroOf(definition, standing);
  return `${id} ${overLine}`;
}

function resultTitle(definition: Definition, standing: Standing, language: Language): string {
  const { contest } = definition;
  if (standing.counted === 0) return contest.name;
  const hero = heroOf(definition, standing);
  const share = { num: hero.votes, den: standing.counted };
  return words(language).documentTitle(
    nameOf(definition, hero.id),
    shareText(share, lineOf(contest.rule), language),
    countedText(standing, language),
  );
}

/** How much of the expected vote is counted; null without an expectation. Never all of it before it is certified. */
export function countedText(standing: Standing, language: Language): string | null {
  const { counted, certified, outstanding } = standing;
  if (outstanding.expectedTotal === null) return null;
  return printCounted(counted, outstanding.expectedTotal, certified !== null, language) || null;
}
