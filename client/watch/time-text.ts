import type { Link } from '../live/link.ts';
import type { Picture } from '../picture/picture.ts';
import { nightTimeInZone } from '../words/format.ts';
import { words } from '../words/words.ts';

/** When the votes were counted; that none have come for long is said in the same place. */
export function timeText({
  definition,
  standing,
  language,
  link,
}: Picture & { link: Link }): string {
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
