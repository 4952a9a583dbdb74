import { useState } from 'react';
import type { Notice } from '../../shared/count/tally.ts';
import { noticeWords } from '../words/desk-notices.ts';
import { clockTime } from '../words/format.ts';
import type { DeskView } from './desk-view.ts';
import { GivingNote } from './giving-note.tsx';
import { PostNotice } from './post-notice.tsx';
import { useGiving } from './use-giving.ts';

/** What the desk tells readers beside the numbers: put up, and taken down once it no longer holds. */
export function NoticesPanel(props: DeskView) {
  const { tally, person, language } = props;
  const text = noticeWords(language);
  const [isPosting, setPosting] = useState(false);
  const up = tally.notices.filter(({ until }) => until === null);
  return (
    <section className="desk-notices">
      <h2>{text.title}</h2>
      {up.length === 0 && <p className="desk-note">{text.none}</p>}
      {up.map((notice) => (
        <NoticeCard key={notice.noticeId} {...props} notice={notice} />
      ))}
      {person.role !== 'entry' && (
        <button type="button" className="button" onClick={() => setPosting(true)}>
          {text.post}
        </button>
      )}
      {isPosting && <PostNotice {...props} onClose={() => setPosting(false)} />}
    </section>
  );
}

function NoticeCard({
  notice,
  person,
  definition,
  tally,
  language,
}: DeskView & { notice: Notice }) {
  const text = noticeWords(language);
  const giving = useGiving();
  const { timeZone } = definition.election;
  const { noticeId, since } = notice;
  const isPassed = tally.asOf !== null && tally.asOf > since;
  return (
    <article className="desk-card">
      <q lang="en">{notice.text.en}</q>
      {notice.text.es !== undefined && <q lang="es">{notice.text.es}</q>}
      <p className="desk-note">{text.up(clockTime(since, timeZone, language))}</p>
      {isPassed && tally.asOf !== null && (
        <p className="call-warning">{text.fact(clockTime(tally.asOf, timeZone, language))}</p>
      )}
      {person.role !== 'entry' && (
        <button
          type="button"
          className="button"
          disabled={giving.isUnderWay}
          onClick={() =>
            void giving.give(`/notices/${encodeURIComponent(noticeId)}/end`, () => ({}))
          }
        >
          {text.end}
        </button>
      )}
      <GivingNote failure={giving.failure} language={language} />
    </article>
  );
}
