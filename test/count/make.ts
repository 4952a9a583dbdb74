import type { ChoiceId, ContestId, UnitId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import type { Cell, Count, UnitCells } from '../../shared/count/cell.ts';
import type { Report, ReportStatus } from '../../shared/count/report.ts';
import type { Choice, Contest, LateBallots, Unit } from '../../shared/election/contest.ts';
import type { Method } from '../../shared/election/method.ts';

export const choiceId = (id: string) => id as ChoiceId;
export const unitId = (id: string) => id as UnitId;

/** A contest between Ann and Bob in one precinct, all registered voters known, no late ballots; and what a test says otherwise. */
export function makeContest(parts: Partial<Contest> = {}): Contest {
  return {
    id: 'mayor' as ContestId,
    name: 'Mayor',
    kind: 'candidate',
    rule: { type: 'majority', advance: 2, onRequest: false },
    choices: [makeChoice('ann', 'Ann Adams'), makeChoice('bob', 'Bob Brown')],
    votesAllowed: 1,
    blocs: [],
    methods: ['election-day', 'early'],
    reportingBy: ['election-day'],
    registration: { is: 'all', all: null, source: 'county clerk' },
    uncontested: false,
    recount: null,
    late: [],
    lateNone: 'all ballots are counted on the night',
    expectedBy: null,
    pollsClose: null,
    publishFrom: 'last',
    next: null,
    certified: null,
    baselines: [],
    units: [makeUnit('cobb/addison-01')],
    ...parts,
  };
}

export function makeChoice(id: string, name = id, parts: Partial<Choice> = {}): Choice {
  return {
    id: choiceId(id),
    name,
    party: null,
    incumbent: false,
    writeIn: false,
    withdrawn: false,
    eligible: true,
    counts: true,
    passes: false,
    ...parts,
  };
}

export function makeUnit(id: string, parts: Partial<Unit> = {}): Unit {
  return {
    id: unitId(id),
    name: 'Addison 01',
    parent: 'Cobb',
    kind: 'precinct',
    methods: ['election-day', 'early'],
    registered: 1010,
    expected: null,
    turnout: {},
    pollsClose: null,
    lon: null,
    lat: null,
    ...parts,
  };
}

export function makeLate(method: Method | null, bound: number | null): LateBallots {
  return { method, bound, source: null, until: null };
}

/** Votes by choice, with nothing else known. */
export function makeCount(
  votes: Record<string, number>,
  status: ReportStatus = 'partial',
  parts: Partial<Count> = {},
): Count {
  return { votes, ballotsCast: null, overvotes: null, undervotes: null, status, ...parts };
}

export function makeCell(count: Count): Cell {
  const at = instantOf(0);
  return { ...count, version: 1, seq: 1, at, nightAt: at, source: null, sourceAt: null };
}

/** The cells of a unit, by method. */
export function makeCells(counts: Partial<Record<Method, Count>>): UnitCells {
  const entries = Object.entries(counts) as [Method, Count][]; // Object.entries forgets the keys' type
  return new Map(entries.map(([method, count]) => [method, makeCell(count)]));
}

export function makeReport(votes: Record<string, number>, parts: Partial<Report> = {}): Report {
  return {
    reportId: 'r1',
    contest: 'mayor' as ContestId,
    unit: unitId('cobb/addison-01'),
    method: 'election-day',
    votes: new Map(Object.entries(votes).map(([id, number]) => [choiceId(id), number])),
    ballotsCast: null,
    overvotes: null,
    undervotes: null,
    status: 'partial',
    basedOn: null,
    source: null,
    sourceAt: null,
    supersedes: false,
    reason: null,
    ...parts,
  };
}
