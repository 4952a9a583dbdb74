import type { Picture } from '../picture/picture.ts';
import { labelTexts } from '../words/label-text.ts';
import { words } from '../words/words.ts';

/** What every figure on the page rests on. */
export function Footer({ definition, standing, language }: Picture) {
  const text = words(language);
  const { certified, holds, locked, outstanding } = standing;
  const lines = [
    ...labelTexts(definition, language),
    ...(locked ? [text.locked] : []),
    ...(holds > 0 ? [text.holds(holds)] : []),
    text.denominator,
    ...(definition.contest.votesAllowed > 1 ? [text.denominatorMany] : []),
    ...(outstanding.expectedBy === null ? [] : [text.expectedSource(outstanding.expectedBy)]),
    ...(certified === null ? [] : [text.source(certified.source)]),
  ];
  return (
    <footer className="page-footer">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </footer>
  );
}
