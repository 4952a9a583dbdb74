import type { ChoiceId } from '../../shared/basics/ids.ts';
import { sum } from '../../shared/basics/sum.ts';
import type { Count } from '../../shared/count/cell.ts';
import type { Check } from '../../shared/count/check.ts';
import { checkUnit } from '../../shared/count/check-unit.ts';
import { correctionKinds } from '../../shared/count/correction-kinds.ts';
import { mergeReport } from '../../shared/count/merge-report.ts';
import { sameCount } from '../../shared/count/same-count.ts';
import type { Contest, Unit } from '../../shared/election/contest.ts';
import type { Method } from '../../shared/election/method.ts';
import { clashingMethods } from '../../shared/night/clashing-methods.ts';
import { type Draft, keyedVotes } from './draft.ts';
import { type Keyed, keyedNumber } from './keyed-number.ts';
import type { ListedCells } from './listed-unit.ts';
import { type ReportBody, reportOf } from './report-body.ts';

/** Why a field's text is no number. */
export type Slip = Extract<Keyed, { state: 'refused' }>['why'];

/** What stops a report on this side already. */
export type Stop = 'slips' | 'nothing-keyed' | 'nothing-new' | 'reason' | 'conflict' | 'clash';

/** Everything that follows from a draft, as the server would see it. */
export interface Review {
  readonly slips: ReadonlyMap<ChoiceId, Slip>;
  readonly ballotsSlip: Slip | null;
  /** Fields without a number, which keep what they had: 0 at first. */
  readonly blanks: number;
  /** All votes of the unit and method, once merged. */
  readonly sum: number;
  /** The report but for its id; the fields that hold no number are left out. */
  readonly body: Omit<ReportBody, 'reportId'>;
  readonly after: Count;
  readonly cellsAfter: ReadonlyMap<Method, Count>;
  /** What looks wrong. A drop is among them whoever keys it. */
  readonly checks: readonly Check[];
  readonly isCorrection: boolean;
  readonly stops: readonly Stop[];
}

/** @param cells what the unit has now, by the newest answer of the server */
export function reviewDraft(
  contest: Contest,
  unit: Unit,
  cells: ListedCells,
  draft: Draft,
): Review {
  const keyed = contest.choices.map(({ id }) => ({ id, ...keyedNumber(keyedVotes(draft, id)) }));
  const ballots = keyedNumber(draft.ballotsCast);
  const body = bodyOf(draft, keyed, ballots);
  const before = cells.get(draft.method) ?? null;
  const after = mergeReport(contest, before, reportOf({ ...body, reportId: '' }));
  const cellsAfter = new Map<Method, Count>(cells).set(draft.method, after);
  const slips = new Map(
    keyed.flatMap((field) => (field.state === 'refused' ? [[field.id, field.why] as const] : [])),
  );
  const isCorrection = before !== null && correctionKinds(cells, cellsAfter).length > 0;
  const hasSlips = slips.size > 0 || ballots.state === 'refused';
  const stops: readonly (Stop | false)[] = [
    hasSlips && 'slips',
    isOutdated(draft, cells) && 'conflict',
    clashingMethods(contest, cells, [draft.method]).length > 0 && 'clash',
    keyed.every(({ state }) => state === 'empty') && !hasSlips && 'nothing-keyed',
    before !== null && sameCount(before, after) && !hasSlips && 'nothing-new',
    isCorrection && draft.reason.trim() === '' && 'reason',
  ];
  return {
    slips,
    ballotsSlip: ballots.state === 'refused' ? ballots.why : null,
    blanks: keyed.filter(({ state }) => state === 'empty').length,
    sum: sum(Object.values(after.votes)),
    body,
    after,
    cellsAfter,
    checks: checkUnit(contest, unit, cells, cellsAfter),
    isCorrection,
    stops: stops.filter((stop) => stop !== false),
  };
}

/** Someone else's version has come in since the keying began. */
function isOutdated({ basedOn, method }: Draft, cells: ListedCells): boolean {
  return basedOn !== null && basedOn !== (cells.get(method)?.version ?? 0);
}

function bodyOf(
  draft: Draft,
  keyed: readonly (Keyed & { readonly id: ChoiceId })[],
  ballots: Keyed,
): Review['body'] {
  const { contest, unit, method, basedOn } = draft;
  const reason = draft.reason.trim();
  return {
    contest,
    unit,
    method,
    votes: Object.fromEntries(
      keyed.flatMap((field) => (field.state === 'number' ? [[field.id, field.value]] : [])),
    ),
    status: draft.complete ? 'complete' : 'partial',
    ...(ballots.state === 'number' && { ballotsCast: ballots.value }),
    ...(basedOn !== null && { basedOn }),
    ...(reason !== '' && { reason }),
  };
}
