import { noticeText } from '../picture/notice-text.ts';
import type { Picture } from '../picture/picture.ts';
import { nightTimeInZone } from '../words/format.ts';
import { words } from '../words/words.ts';

/** What the desk tells readers, for as long as it holds, with its beginning. */
export function NoticeList({ definition, standing, language }: Picture) {
  const inForce = standing.notices.filter(({ until }) => until === null);
  if (inForce.length === 0) return null;
  return (
    <ul className="notices">
      {inForce.map((notice) => (
        <li key={notice.noticeId} className="notice">
          <strong>{noticeText(notice, language)}</strong>{' '}
          <span className="quiet">
            {words(language).since(nightTimeInZone(notice.since, definition.election, language))}
          </span>
        </li>
      ))}
    </ul>
  );
}
