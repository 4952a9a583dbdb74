import { StatusPill } from '../design/status-pill.tsx';
import type { Link } from '../live/link.ts';
import { countedText } from '../picture/page-title.ts';
import type { Picture } from '../picture/picture.ts';
import { lookNow, statusOf } from '../picture/status-of.ts';
import { integer } from '../words/format.ts';
import { words } from '../words/words.ts';
import { DataLabels } from './data-labels.tsx';
import { timeText } from './time-text.ts';

/** The state in a word, how much is counted, and as of when, in the night's time. */
export function StatusRow({ definition, standing, language, link }: Picture & { link: Link }) {
  const status = statusOf(definition, standing, language);
  return (
    <div className="status-row">
      <StatusPill text={status.text} look={lookNow(status, link)} />
      <DataLabels definition={definition} standing={standing} language={language} />
      <span className="status-facts">
        <CountedPart standing={standing} language={language} />
        <span className={link.state === 'silent' ? 'status-silent' : undefined}>
          {timeText({ definition, standing, language, link })}
        </span>
      </span>
    </div>
  );
}

/** How much is counted: of the estimate, until there is a certified number. */
function CountedPart({ standing, language }: Pick<Picture, 'standing' | 'language'>) {
  const text = words(language);
  const counted = standing.certified === null ? countedText(standing, language) : null;
  if (standing.counted === 0) return null;
  if (counted === null) {
    return <span>{text.votesCounted(integer(standing.counted, language))}</span>;
  }
  return (
    <>
      <span className="header-wide">{text.expectedCounted(counted)}</span>
      <span className="header-narrow">{text.expectedShort(counted)}</span>
    </>
  );
}
