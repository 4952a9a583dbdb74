import { canonicalText } from '../basics/canonical-text.ts';
import type { Result } from '../basics/result.ts';
import { about } from './about.ts';
import type { Board } from './board.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import type { Time } from './entry.ts';
import { isBlank } from './is-blank.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

/** Public at once, and dated from now unless it says from when it holds. */
export function decidePostNotice(
  board: Board,
  command: CommandOf<'post-notice'>,
  { nightAt }: Time,
): Result<Decision, Refusal> {
  const { noticeId, contest, text, since, by } = command;
  if (board.notices.has(noticeId)) return postedBefore(board, command);
  const state = board.contests.get(contest);
  if (state === undefined) return refuse('unknown-contest', `there is no contest ${contest}`);
  if (isBlank(text.en)) return refuse('invalid', 'a notice says something in English', 'text.en');
  const body = { noticeId, text, since: since ?? nightAt };
  return done(noticeId, 'posted', draftOf(about(state), by, { kind: 'notice-posted', body }));
}

function postedBefore(
  board: Board,
  { noticeId, contest, text, since }: CommandOf<'post-notice'>,
): Result<Decision, Refusal> {
  const notice = noticeOf(board, noticeId);
  const isSame =
    board.notices.get(noticeId) === contest &&
    canonicalText(notice?.text) === canonicalText(text) &&
    (since === null || since === notice?.since);
  if (isSame) return repeated(noticeId, 'posted');
  return refuse('id-reused', `${noticeId} was another notice`, 'noticeId');
}

/** It stays in the record, with the time of its end. */
export function decideEndNotice(
  board: Board,
  { noticeId, by }: CommandOf<'end-notice'>,
): Result<Decision, Refusal> {
  const contest = board.notices.get(noticeId);
  const state = contest && board.contests.get(contest);
  if (!state) return refuse('unknown-notice', `there is no notice ${noticeId}`, 'noticeId');
  if (noticeOf(board, noticeId)?.until !== null) return repeated(noticeId, 'ended');
  const event = { kind: 'notice-ended', body: { noticeId } } as const;
  return done(noticeId, 'ended', draftOf(about(state), by, event));
}

function noticeOf(board: Board, noticeId: string) {
  const contest = board.notices.get(noticeId);
  const notices = contest && board.contests.get(contest)?.tally.notices;
  return notices ? notices.find((notice) => notice.noticeId === noticeId) : undefined;
}
