import type {
  AccountId,
  ChoiceId,
  ContestId,
  ElectionId,
  HoldId,
  UnitId,
} from '../../shared/basics/ids.ts';
import { type Instant, instantOf, msOf, parseInstant } from '../../shared/basics/instant.ts';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import type { Report } from '../../shared/count/report.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Contest, Election } from '../../shared/election/contest.ts';
import type { Actor, Role } from '../../shared/night/actor.ts';
import { apply } from '../../shared/night/apply.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import type { Command } from '../../shared/night/command.ts';
import { decide } from '../../shared/night/decide.ts';
import type { Answer, ReportAnswer } from '../../shared/night/decision.ts';
import { electionOf } from '../../shared/night/election-of.ts';
import { emptyBoard } from '../../shared/night/empty-board.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { nextPlace } from '../../shared/night/next-place.ts';
import type { Refusal } from '../../shared/night/refusal.ts';
import { makeContest, makeUnit } from '../count/make.ts';

export const ELECTION = 'town-2026' as ElectionId;
export const MAYOR = 'mayor' as ContestId;
export const ANN = 'ann' as ChoiceId;
export const BOB = 'bob' as ChoiceId;
export const NORTH = 'hill/north' as UnitId;
export const SOUTH = 'hill/south' as UnitId;

export const kay = actor('kay', 'entry');
export const lee = actor('lee', 'entry');
export const eve = actor('eve', 'editor');
export const max = actor('max', 'editor');
export const ada = actor('ada', 'admin');
/** The writer's own commands. */
export const writer = actor('writer', 'admin');

export function actor(account: string, role: Role): Actor {
  return { account: account as AccountId, role, from: null };
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`no instant: ${text}`);
  return parsed;
}

/** A race for mayor between Ann and Bob in two precincts of Hill county. */
export function makeMayor(parts: Partial<Contest> = {}): Contest {
  return makeContest({
    units: [
      makeUnit(NORTH, { name: 'North', parent: 'Hill' }),
      makeUnit(SOUTH, { name: 'South', parent: 'Hill' }),
    ],
    ...parts,
  });
}

export function makeElection(parts: Partial<Election> = {}): Election {
  return {
    id: ELECTION,
    name: 'Town election',
    date: '2026-11-03',
    timeZone: 'America/New_York',
    stage: 'live',
    labels: [],
    releaseOwn: false,
    parties: [],
    contests: [makeMayor()],
    ...parts,
  };
}

export interface SentReport extends Partial<Omit<Report, 'votes' | 'contest' | 'unit'>> {
  readonly contest?: string;
  readonly unit?: string;
  readonly votes?: Readonly<Record<string, number>>;
}

/** A partial report of North's election day, unless it says otherwise. */
export function makeReport({ contest, unit, votes, ...parts }: SentReport = {}): Report {
  return {
    reportId: 'r1',
    contest: (contest ?? MAYOR) as ContestId,
    unit: (unit ?? NORTH) as UnitId,
    method: 'election-day',
    votes: new Map(Object.entries(votes ?? {}).map(([id, number]) => [id as ChoiceId, number])),
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

/** A night with its board and its record, and the same commands a desk would give. */
export interface Night {
  readonly board: Board;
  readonly entries: readonly Entry[];
  /** @param look is shown every entry once it is applied */
  give(command: Command, look?: (entry: Entry) => void): Result<Answer, Refusal>;
  /** Sends one report; the answer, or the refusal's code. */
  report(by: Actor, report: SentReport): ReportAnswer | { readonly outcome: string };
  /** Sends superseding reports of one unit together. */
  reports(by: Actor, reports: readonly SentReport[]): Result<Answer, Refusal>;
  /** The code of the refusal, or what it came to. */
  outcome(command: Command): string;
  wait(ms: number): void;
  /** Sets the server's clock. */
  turnTo(at: Instant): void;
  state(contest?: ContestId): ContestState;
  tally(contest?: ContestId): Tally;
  votes(contest?: ContestId): Readonly<Record<string, number>>;
  /** The one hold that waits. */
  pendingHold(): HoldId;
}

export function makeNight(election: Election | null = makeElection()): Night {
  const board = emptyBoard();
  const entries: Entry[] = [];
  let now = instant('2026-11-04T00:00:00Z');

  function give(
    command: Command,
    look: (entry: Entry) => void = () => {},
  ): Result<Answer, Refusal> {
    const place = () => nextPlace(board, electionOf(board, command) ?? ELECTION, now);
    const decided = decide(board, command, place());
    if (!decided.ok) return err(decided.reason);
    for (const draft of decided.value.entries) {
      const entry: Entry = { ...draft, ...place() };
      apply(board, entry);
      entries.push(entry);
      look(entry);
    }
    return ok(decided.value.answer);
  }

  function state(contest = MAYOR): ContestState {
    const found = board.contests.get(contest);
    if (found === undefined) throw new Error(`no contest ${contest}`);
    return found;
  }

  const night: Night = {
    board,
    entries,
    give,
    report(by, report) {
      const given = give({ type: 'report', by, reports: [makeReport(report)] });
      if (!given.ok) return { outcome: given.reason.code };
      const [answer] = given.value.type === 'report' ? given.value.outcomes : [];
      if (answer === undefined) throw new Error('no answer');
      return answer;
    },
    reports: (by, reports) => give({ type: 'report', by, reports: reports.map(makeReport) }),
    outcome(command) {
      const given = give(command);
      if (!given.ok) return given.reason.code;
      if (given.value.type === 'report') return given.value.outcomes.map((o) => o.outcome).join();
      return given.value.repeated ? `${given.value.state} before` : given.value.state;
    },
    wait(ms) {
      now = instantOf(msOf(now) + ms);
    },
    turnTo(at) {
      now = at;
    },
    state,
    tally: (contest) => state(contest).tally,
    votes: (contest) => state(contest).tally.votes,
    pendingHold() {
      const pending = [...board.holds.values()].filter((hold) => hold.state === 'pending');
      const [hold] = pending;
      if (hold === undefined || pending.length > 1) throw new Error(`${pending.length} holds`);
      return hold.holdId;
    },
  };
  if (election !== null) give({ type: 'load-election', by: ada, election, reset: false });
  return night;
}
