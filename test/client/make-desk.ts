import type { AuditPage } from '../../client/desk/audit-page.ts';
import type { DeskApi, DeskPerson, HoldDecision } from '../../client/desk/desk-api.ts';
import type { DeskListener } from '../../client/desk/desk-socket.ts';
import type { DeskTools } from '../../client/desk/desk-tools.tsx';
import { openDrafts } from '../../client/desk/drafts.ts';
import type { Given } from '../../client/desk/given.ts';
import type { KeptText } from '../../client/desk/kept-text.ts';
import type { ListedCell, ListedUnit } from '../../client/desk/listed-unit.ts';
import { type Attempt, createOutbox } from '../../client/desk/outbox.ts';
import type { ReportBody, ReportReply } from '../../client/desk/report-body.ts';
import { sendAndSettle } from '../../client/desk/send-and-settle.ts';
import { present } from '../../shared/basics/assert.ts';
import type { ReportStatus } from '../../shared/count/report.ts';
import type { Contest } from '../../shared/election/contest.ts';
import type { Method } from '../../shared/election/method.ts';
import type { DeskDecisions, DeskHold, SettledHold } from '../../shared/wire/desk-messages.ts';
import { makeChoice, makeContest, makeCount, makeUnit } from '../count/make.ts';
import { keptMap } from './kept-map.ts';

export const EVE: DeskPerson = { id: 'eve', name: 'Eve', role: 'entry' };
export const EDITH: DeskPerson = { id: 'edith', name: 'Edith', role: 'editor' };

/** Three on the ballot in two precincts of 1,010 voters, election day only. */
export function makeMayor(parts: Partial<Contest> = {}): Contest {
  const methods: Method[] = ['election-day'];
  return makeContest({
    choices: [
      makeChoice('ann', 'Ann Archer'),
      makeChoice('bob', 'Bob Brown'),
      makeChoice('constructor', 'Con Cole'),
    ],
    methods,
    units: [
      makeUnit('cobb/addison-01', { methods, expected: 400 }),
      makeUnit('fulton/rw12', { name: 'RW12', parent: 'Fulton', methods, expected: 400 }),
    ],
    ...parts,
  });
}

/** A contest's units as the API lists them, with what is counted in some. */
export function listOf(
  contest: Contest,
  counted: Readonly<Record<string, Partial<Record<Method, ListedCell>>>> = {},
): readonly ListedUnit[] {
  return contest.units.map((unit) => ({
    unit: unit.id,
    name: unit.name,
    parent: unit.parent,
    kind: unit.kind,
    countedBy: unit.methods,
    registered: unit.registered,
    expected: unit.expected,
    lon: unit.lon,
    lat: unit.lat,
    methods: counted[unit.id] ?? {},
  }));
}

export function listedCell(
  votes: Record<string, number>,
  version: number,
  status: ReportStatus = 'partial',
): ListedCell {
  return { ...makeCount(votes, status), version };
}

export function accepted({ reportId }: ReportBody, version = 1): ReportReply {
  return { reportId, outcome: 'accepted', seq: 7, version };
}

/** A server that answers as a test says, and everything that it was asked. */
export class FakeServer implements DeskApi {
  person: DeskPerson | null = EDITH;
  list: readonly ListedUnit[];
  answer: (report: ReportBody) => Attempt = (report) => ({ reply: accepted(report) });
  readonly sent: ReportBody[] = [];
  readonly decided: [hold: string, decision: HoldDecision, reason: string][] = [];
  refusesDecision: string | null = null;
  /** All else that it was given, and how it answers. */
  readonly given: [path: string, body: object][] = [];
  givenAnswer: (path: string) => Given = () => ({ ok: true, state: 'done' });

  constructor(list: readonly ListedUnit[]) {
    this.list = list;
  }
  session = async () => this.person;
  units = async () => ({ seq: 0, units: this.list });
  send = async (report: ReportBody) => {
    this.sent.push(report);
    return this.answer(report);
  };
  decide = async (hold: string, decision: HoldDecision, reason: string) => {
    this.decided.push([hold, decision, reason]);
    return this.refusesDecision;
  };
  audits: (AuditPage | null)[] = [];
  readonly auditsAsked: (string | null)[] = [];
  audit = async (after: string | null) => {
    this.auditsAsked.push(after);
    return present(this.audits.shift(), 'answer');
  };
  give = async (path: string, body: object) => {
    this.given.push([path, body]);
    return this.givenAnswer(path);
  };
}

/** A desk's tools: its timers run when a test says so. */
export interface TestTools extends DeskTools {
  /** All that runs again and again, once. */
  tick(): void;
  tellHolds(holds: readonly DeskHold[]): void;
  tellSettled(holds: readonly SettledHold[]): void;
  tellDecisions(decisions: Partial<DeskDecisions>): void;
}

export function makeTools(api: DeskApi, kept: KeptText = keptMap()): TestTools {
  const runs = new Set<() => void>();
  const listeners = new Set<DeskListener>();
  const drafts = openDrafts(kept);
  let reports = 0;
  return {
    api,
    drafts,
    outbox: createOutbox(kept, sendAndSettle(api, drafts)),
    follow(tell) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    newId() {
      reports += 1;
      return `report-${reports}`;
    },
    every(_ms, run) {
      runs.add(run);
      return () => void runs.delete(run);
    },
    tick: () => {
      for (const run of [...runs]) run();
    },
    tellHolds: (holds) => {
      for (const tell of listeners) tell.holds(holds);
    },
    tellSettled: (holds) => {
      for (const tell of listeners) tell.settled(holds);
    },
    tellDecisions: (decisions) => {
      const none = { seq: 0, closings: [], calls: [], reviews: [], amendments: [] };
      for (const tell of listeners) tell.decisions({ ...none, ...decisions });
    },
  };
}
