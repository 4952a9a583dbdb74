import { tell } from '../../shared/results/tell.ts';
import type { HistoryPoint } from '../../shared/wire/history-point.ts';
import { noticeText } from '../picture/notice-text.ts';
import type { Picture } from '../picture/picture.ts';
import { amendmentText } from '../words/amendment-text.ts';
import { sentences, words } from '../words/words.ts';
import { callUpdates } from './call-updates.ts';
import { correctionUpdates } from './correction-updates.ts';
import type { Update } from './update.ts';

/**
 * The story of the line, newest first: every change of the votes, calls and what became of them,
 * notices with their ends, corrections, amendments. The newest 20 corrections and amendments; the
 * record has them all.
 *
 * @param points the night so far, oldest first
 */
export function updatesOf(picture: Picture, points: readonly HistoryPoint[]): readonly Update[] {
  const updates = [
    ...closingUpdates(picture),
    ...voteUpdates(picture, points),
    ...amendmentUpdates(picture),
    ...noticeUpdates(picture),
    ...correctionUpdates(picture),
    ...callUpdates(picture),
  ];
  return updates.sort(oldestFirst).reverse();
}

/** What has no place of its own in the record came after what has, at the same moment. */
function oldestFirst(one: Update, other: Update): number {
  const earlier = Date.parse(one.nightAt) - Date.parse(other.nightAt);
  return earlier === 0 ? placeOf(one) - placeOf(other) : earlier;
}

function placeOf({ seq }: Update): number {
  return seq ?? Number.MAX_SAFE_INTEGER;
}

/** Changes that stand in the list as what they are: a correction, a call, a notice, an amendment. */
const TOLD_ELSEWHERE = /^change\.(corrected|withdrawn|call|notice|amended|certified|none)/;

function voteUpdates({ language }: Picture, points: readonly HistoryPoint[]): readonly Update[] {
  return points.flatMap(({ seq, nightAt, change }): Update[] => {
    if (change === null || TOLD_ELSEWHERE.test(change.key)) return [];
    const crossed = change.key === 'change.now-over' || change.key === 'change.now-under';
    const text = tell(change, sentences(language));
    const weight = crossed ? 'strong' : 'plain';
    return [{ key: `votes ${seq}`, seq, nightAt, kind: null, pieces: [text], weight }];
  });
}

function closingUpdates({ definition, standing, language }: Picture): readonly Update[] {
  const { pollsClose } = definition.contest;
  if (pollsClose === null || !standing.open) return [];
  const pieces = [words(language).pollsClosed];
  const at = { seq: null, nightAt: pollsClose };
  return [{ key: 'polls', ...at, kind: null, pieces, weight: 'plain' }];
}

function amendmentUpdates({ standing, language }: Picture): readonly Update[] {
  return standing.amendments.map((amendment) => {
    const { seq, nightAt } = amendment;
    const pieces = [amendmentText(amendment, language)];
    const kind = words(language).amended;
    return { key: `amendment ${seq}`, seq, nightAt, kind, pieces, weight: 'plain' };
  });
}

function noticeUpdates({ standing, language }: Picture): readonly Update[] {
  return standing.notices.flatMap(({ noticeId, seq, since, until, text }): Update[] => {
    const said = noticeText({ text }, language);
    const at = { seq, nightAt: since, kind: null, weight: 'plain' } as const;
    const begun: Update = { key: `notice ${noticeId}`, ...at, pieces: [said] };
    if (until === null) return [begun];
    const pieces = [words(language).noticeEnded(said)];
    return [begun, { ...begun, key: `notice end ${noticeId}`, seq: null, nightAt: until, pieces }];
  });
}
