import type { ChoiceId } from '../basics/ids.ts';
import type { Call } from '../count/call.ts';
import type { PublicCorrection, Tally } from '../count/tally.ts';
import { namesOf } from './because.ts';
import { calledKey } from './called.ts';
import type { Terms } from './field.ts';
import type { Draft } from './known.ts';
import { reportAccount } from './report-account.ts';
import type { Told } from './standing.ts';

/**
 * In one sentence, what changed between two tallies of a contest: a correction before anything else,
 * then what editors said, then the votes.
 */
export function changeAccount(terms: Terms, before: Tally, after: Tally): Told {
  const lastSeq = before.corrections.at(-1)?.seq ?? 0;
  const corrections = after.corrections.filter(({ seq }) => seq > lastSeq);
  const corrected =
    corrections.findLast(({ withdrawn }) => withdrawn !== undefined) ?? corrections.at(-1);
  if (corrected !== undefined) return correctionAccount(terms, corrected);
  return (
    callAccount(terms, before.calls, after.calls) ??
    noticeAccount(before, after) ??
    reportAccount(terms, before, after) ??
    otherAccount(terms, before, after)
  );
}

function correctionAccount(terms: Terms, correction: PublicCorrection): Draft {
  const { changes, withdrawn } = correction;
  const unit = correction.unitName ?? correction.unit ?? '';
  if (withdrawn !== undefined) {
    const names = namesOf(terms, withdrawn.choices);
    if (names.length === 0) return { key: 'change.withdrawn-outcome', args: {} };
    return { key: 'change.withdrawn', args: { names } };
  }
  const size = ({ from, to }: (typeof changes)[number]) => Math.abs(to - from);
  const [largest, ...more] = [...changes].sort((a, b) => size(b) - size(a));
  if (largest === undefined) return { key: 'change.corrected-status', args: { unit } };
  const { choice, from, to } = largest;
  const args = { unit, name: nameOf(terms, choice), from, to, more: more.length };
  return { key: more.length === 0 ? 'change.corrected' : 'change.corrected-more', args };
}

function nameOf(terms: Terms, choice: ChoiceId): string {
  return namesOf(terms, [choice])[0] ?? choice;
}

function callAccount(terms: Terms, before: readonly Call[], after: readonly Call[]): Draft | null {
  const call = after.findLast((one) => before.find(isSame(one))?.state !== one.state);
  if (call === undefined) return null;
  const was = before.find(isSame(call));
  const args = {
    ...(call.source === null ? {} : { source: call.source }),
    names: namesOf(terms, call.choices),
    reason: call.retraction?.reason ?? '',
  };
  if (call.state === 'retracted') return { key: 'change.call.retracted', args };
  if (was !== undefined && call.state === 'public') return { key: 'change.call.reinstated', args };
  return { key: `change.call.${calledKey(call)}`, args };
}

function isSame({ callId }: Call): (other: Call) => boolean {
  return (other) => other.callId === callId;
}

function noticeAccount(before: Tally, after: Tally): Draft | null {
  const notice = after.notices.findLast((one) => {
    const was = before.notices.find(({ noticeId }) => noticeId === one.noticeId);
    return was === undefined || was.until !== one.until;
  });
  if (notice === undefined) return null;
  const key = notice.until === null ? 'change.notice' : 'change.notice-ended';
  return { key, args: { ...notice.text } };
}

function otherAccount(terms: Terms, before: Tally, after: Tally): Draft {
  if (!before.open && after.open) return { key: 'change.closed', args: {} };
  const kind = after.lastChange?.seq === before.lastChange?.seq ? null : after.lastChange?.kind;
  if (kind !== 'amendment') return { key: 'change.none', args: {} };
  return { key: terms.certified === null ? 'change.amended' : 'change.certified', args: {} };
}
