import { present } from '../basics/assert.ts';
import type { Result } from '../basics/result.ts';
import type { Check } from '../count/check.ts';
import { about } from './about.ts';
import { unitOf } from './accept-reports.ts';
import type { Board, ContestState, Hold } from './board.ts';
import { checksOf } from './checks-of.ts';
import { clashingMethods } from './clashing-methods.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import { isBlank } from './is-blank.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';
import { versionOf } from './version-of.ts';

/** A second person lets a held report count, for the reasons it is held for and no others. */
export function decideReleaseHold(
  board: Board,
  { holdId, by }: CommandOf<'release-hold'>,
): Result<Decision, Refusal> {
  const hold = board.holds.get(holdId);
  const state = hold && board.contests.get(hold.contest);
  if (hold === undefined || state === undefined) return unknownHold(holdId);
  if (hold.state === 'released') return repeated(holdId, 'released');
  if (hold.state !== 'pending') return refuse('conflict', `${holdId} was ${hold.state}`);
  const { releaseOwn } = present(board.elections.get(state.election), 'election').election;
  if (hold.by === by.account && !releaseOwn) {
    return refuse('same-person', 'a report is released by someone other than who keyed it');
  }
  if (isOutdated(state, hold)) {
    return refuse('conflict', 'a newer version of the unit has been accepted since');
  }
  const unseen = unseenCheck(state, hold);
  if (unseen !== null) {
    const message = `${unseen.message} It was not so when this was held: reject it, and send it again to be held for this`;
    return refuse('conflict', message);
  }
  const { reports, removed } = hold;
  const body = { holdId, reports, removed };
  return done(holdId, 'released', draftOf(about(state), by, { kind: 'hold-released', body }));
}

/**
 * What is wrong with a held report by now and was not when it was held, such as another report of the
 * unit that has been let pass since. A drop is an editor's to let pass, as a release is an editor's deed.
 */
function unseenCheck(state: ContestState, hold: Hold): Check | null {
  const seen = new Set(hold.checks.map(({ code }) => code)).add('drop');
  return checksOf(state, hold).find(({ code }) => !seen.has(code)) ?? null;
}

/** The reason stays at the desk, as all of what a rejected report said. */
export function decideRejectHold(
  board: Board,
  { holdId, reason, by }: CommandOf<'reject-hold'>,
): Result<Decision, Refusal> {
  const hold = board.holds.get(holdId);
  const state = hold && board.contests.get(hold.contest);
  if (hold === undefined || state === undefined) return unknownHold(holdId);
  if (hold.state === 'rejected') return repeated(holdId, 'rejected');
  if (hold.state !== 'pending') return refuse('conflict', `${holdId} was ${hold.state}`);
  if (isBlank(reason)) return refuse('reason-needed', 'say why it is rejected', 'reason');
  const event = { kind: 'hold-rejected', body: { holdId } } as const;
  return done(holdId, 'rejected', draftOf(about(state), by, event, reason));
}

function unknownHold(holdId: string): Result<never, Refusal> {
  return refuse('unknown-hold', `there is no hold ${holdId}`, 'holdId');
}

/** Whether the unit's methods that the hold would set or take out are other ones than when it was checked. */
export function isOutdated(state: ContestState, hold: Hold): boolean {
  const unit = unitOf(hold);
  const cells = state.cells.get(unit);
  const methods = hold.reports.map((report) => report.method);
  const clashing = clashingMethods(state.contest, cells, methods);
  return (
    hold.reports.some(({ method, version }) => versionOf(state, unit, method) !== version - 1) ||
    clashing.length !== hold.removed.length ||
    clashing.some((method) => (cells?.get(method)?.seq ?? 0) > hold.seq)
  );
}
