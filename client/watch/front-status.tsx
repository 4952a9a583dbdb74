import { StatusPill } from '../design/status-pill.tsx';
import type { ContestView } from '../live/store.ts';
import { countedText } from '../picture/page-title.ts';
import type { Picture } from '../picture/picture.ts';
import { lookNow, statusOf } from '../picture/status-of.ts';
import { words } from '../words/words.ts';
import { DataLabels } from './data-labels.tsx';
import { timeText } from './time-text.ts';

/** How a contest stands in a word, how much of it is counted, and as of when. */
export function FrontStatus({ view, ...picture }: Picture & { view: ContestView }) {
  const { definition, standing, language } = picture;
  const text = words(language);
  const status = statusOf(definition, standing, language);
  const counted = standing.certified === null ? countedText(standing, language) : null;
  return (
    <div className="front-status">
      {view.link.state !== 'stale' ? (
        <StatusPill text={status.text} look={lookNow(status, view.link)} />
      ) : (
        <StatusPill text={text.notUpdating} look="stale" />
      )}
      <DataLabels {...picture} />
      {standing.counted > 0 && counted !== null && (
        <span className="quiet">{text.expectedShort(counted)}</span>
      )}
      <span className="quiet">{timeText({ ...picture, link: view.link })}</span>
    </div>
  );
}
