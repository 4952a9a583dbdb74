import type { Picture } from '../picture/picture.ts';
import { labelShort } from '../words/label-text.ts';
import { words } from '../words/words.ts';

/** What must be known of the numbers before they are read: a test, a reconstruction, reports that wait. */
export function DataLabels({ definition, standing, language }: Picture) {
  const text = words(language);
  const labels = [
    ...labelShort(definition, language),
    ...(standing.locked ? [text.lockedShort] : []),
    ...(standing.holds > 0 ? [text.underReviewShort(standing.holds)] : []),
  ];
  return labels.map((label) => (
    <span key={label} className="data-label" data-test={label === text.labelShort.test}>
      {label}
    </span>
  ));
}
