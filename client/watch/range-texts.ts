import { lineOf } from '../../shared/election/rule.ts';
import { heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { type Reach, reachesOf } from '../picture/reach.ts';
import { shareText } from '../words/share-text.ts';

/** Lowest and highest final share, printed. */
export type RangeText = readonly [min: string, max: string];

/** The hero's two ranges, each null where it is not known or nothing is out. */
export interface RangeTexts {
  readonly expected: RangeText | null;
  readonly possible: RangeText | null;
}

export function rangeTexts(picture: Picture): RangeTexts {
  const { definition, standing, language } = picture;
  const line = lineOf(definition.contest.rule);
  const { expected, bound } = reachesOf(heroOf(definition, standing), standing);
  const text = (reach: Reach | null): RangeText | null =>
    reach === null || reach.out === 0 || standing.certified !== null || standing.counted === 0
      ? null
      : [shareText(reach.min, line, language), shareText(reach.max, line, language)];
  return { expected: text(expected), possible: text(bound) };
}
