import { StatusPill } from '../design/status-pill.tsx';
import type { Link } from '../live/link.ts';
import { countedText } from '../picture/page-title.ts';
import type { Picture } from '../picture/picture.ts';
import { lookNow, statusOf } from '../picture/status-of.ts';
import { integer, nightTimeInZone } from '../words/format.ts';
import { labelShort } from '../words/label-text.ts';
import { words } from '../words/words.ts';

/** The state in a word, how much is counted, and as of when, in the night's time. */
export function StatusRow({ definition, standing, language, link }: Picture & { link: Link }) {
  const text = words(language);
  const status = statusOf(definition, standing, language);
  return (
    <div className="status-row">
      <StatusPill text={status.text} look={lookNow(status, link)} />
      {labelShort(definition, language).map((label) => (
        <span key={label} className="data-label" data-test={label === text.labelShort.test}>
          {label}
        </span>
      ))}
      {standing.locked && <span className="data-label">{text.lockedShort}</span>}
      {standing.holds > 0 && (
        <span className="data-label">{text.underReviewShort(standing.holds)}</span>
      )}
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

/** When the votes were counted; that none have come for long is said in the same place. */
function timeText({ definition, standing, language, link }: Picture & { link: Link }): string {
  const text = words(language);
  if (standing.asOf === null) return closingText({ definition, standing, language });
  const time = nightTimeInZone(standing.asOf, definition.election, language);
  return link.state === 'silent' ? text.noNewVotesSince(time) : text.asOf(time);
}

function closingText({ definition, standing, language }: Picture): string {
  const text = words(language);
  const { pollsClose } = definition.contest;
  if (standing.open || pollsClose === null) return text.noVotesYet;
  return text.pollsCloseAt(nightTimeInZone(pollsClose, definition.election, language));
}
