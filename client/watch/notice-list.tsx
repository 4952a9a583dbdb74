import type { Picture } from '../picture/picture.ts';
import { clockTimeInZone } from '../words/format.ts';
import { words } from '../words/words.ts';

/** What the desk tells readers, for as long as it holds, with its beginning. */
export function NoticeList({ definition, standing, language }: Picture) {
  const inForce = standing.notices.filter(({ until }) => until === null);
  if (inForce.length === 0) return null;
  return (
    <ul className="notices">
      {inForce.map(({ noticeId, text, since }) => (
        <li key={noticeId} className="notice">
          <strong>{(language === 'es' ? text.es : undefined) ?? text.en}</strong>{' '}
          <span className="quiet">
            {words(language).since(clockTimeInZone(since, definition.election.timeZone, language))}
          </span>
        </li>
      ))}
    </ul>
  );
}
