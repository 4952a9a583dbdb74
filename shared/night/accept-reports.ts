import { present } from '../basics/assert.ts';
import type { UnitId } from '../basics/ids.ts';
import type { Cell, UnitCells } from '../count/cell.ts';
import { contestIndex } from '../count/contest-index.ts';
import { replaceUnit } from '../count/replace-unit.ts';
import type { Tally } from '../count/tally.ts';
import type { Method } from '../election/method.ts';
import type { ContestState } from './board.ts';
import { changePublic } from './change-public.ts';
import type { AcceptedReport, EntryPlace, ReportsAccepted } from './entry.ts';
import { newestCorrections } from './newest-corrections.ts';
import { publicCorrection } from './public-correction.ts';
import { isPublic, publicCells } from './public-units.ts';
import { noteForTwins } from './twin-of.ts';
import { wholeVotes } from './whole-votes.ts';

/** Counts accepted reports; the public learns of it once the unit's polls have closed. */
export function acceptReports(
  state: ContestState,
  accepted: ReportsAccepted,
  place: EntryPlace,
): void {
  const unit = unitOf(accepted);
  const before = state.cells.get(unit) ?? null;
  const cells = cellsAfter(state, before, accepted, place);
  state.cells.set(unit, cells);
  noteForTwins(state.cells, unit, cells);
  state.versions.set(unit, versionsAfter(state.versions.get(unit), accepted.reports));
  if (isPublic(state, unit)) publish(state, accepted, before, place);
  else state.embargoed.set(place.seq, unit);
}

/** All of one entry are of one unit. */
export function unitOf(accepted: Pick<ReportsAccepted, 'reports'>): UnitId {
  return present(accepted.reports[0], 'report in the entry').unit;
}

function cellsAfter(
  state: ContestState,
  before: UnitCells | null,
  accepted: ReportsAccepted,
  place: EntryPlace,
): UnitCells {
  const cells = new Map(before);
  for (const method of accepted.removed) cells.delete(method);
  for (const report of accepted.reports) cells.set(report.method, cellOf(state, report, place));
  return cells;
}

function cellOf(state: ContestState, report: AcceptedReport, place: EntryPlace): Cell {
  const { seq, at, nightAt } = place;
  const { version, source, sourceAt, count } = report;
  const votes = wholeVotes(state.contest, count);
  return { ...count, votes, version, seq, at, nightAt, source, sourceAt };
}

function versionsAfter(
  before: ReadonlyMap<Method, number> | undefined,
  reports: readonly AcceptedReport[],
): Map<Method, number> {
  const versions = new Map(before);
  for (const report of reports) versions.set(report.method, report.version);
  return versions;
}

function publish(
  state: ContestState,
  accepted: ReportsAccepted,
  before: UnitCells | null,
  place: EntryPlace,
): void {
  const unit = unitOf(accepted);
  const isCorrection = accepted.reports.some((report) => report.correction);
  const county = contestIndex(state.contest).units.get(unit)?.parent ?? null;
  const change: Partial<Tally> = {
    ...replaceUnit(state.contest, state.tally, publicCells(state), unit, before),
    asOf: place.nightAt,
  };
  const corrections = isCorrection
    ? newestCorrections(state.tally, publicCorrection(state, accepted, before, place))
    : state.tally.corrections;
  changePublic(
    state,
    place,
    { kind: isCorrection ? 'correction' : 'report', county },
    { ...change, corrections },
  );
}
