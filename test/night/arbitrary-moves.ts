import fc from 'fast-check';
import type { ChoiceId, ContestId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { CallType } from '../../shared/count/call.ts';
import type { ReportStatus } from '../../shared/count/report.ts';
import type { Amendment } from '../../shared/election/amendment.ts';
import type { Election } from '../../shared/election/contest.ts';
import type { Method } from '../../shared/election/method.ts';
import type { Command } from '../../shared/night/command.ts';
import { makeChoice, makeLate, makeUnit } from '../count/make.ts';
import {
  ada,
  ELECTION,
  eve,
  instant,
  kay,
  lee,
  MAYOR,
  makeElection,
  makeMayor,
  makeReport,
  max,
  type Night,
  NORTH,
  SOUTH,
  writer,
} from './make-night.ts';

const CLOSE = instant('2026-11-04T00:10:00Z');
const CLERK = 'clerk' as ContestId;
export const MODEL_UNITS = [NORTH, SOUTH, 'dale/central'] as const;
const CHOICES = ['ann', 'bob', 'constructor'] as const;
const METHODS: readonly Method[] = ['election-day', 'early', 'provisional', 'total'];

/** Two small contests, one of them under an embargo, with a central unit and late ballots. */
export function makeModelElection(expected: number | null = 30, names = ''): Election {
  const methods = ['election-day', 'early', 'provisional'] as const;
  const parts = { registered: 60, expected, methods };
  const contest = makeMayor({
    methods,
    expectedBy: 'the clerk',
    late: [makeLate('provisional', 5)],
    lateNone: null,
    choices: CHOICES.map((id) => makeChoice(id, `${id}${names}`)),
    units: [
      makeUnit(NORTH, { ...parts, parent: 'Hill' }),
      makeUnit(SOUTH, { ...parts, parent: 'Hill' }),
      makeUnit(MODEL_UNITS[2], { ...parts, parent: 'Dale', kind: 'central', methods: ['early'] }),
    ],
  });
  const plurality = { type: 'plurality', seats: 1 } as const;
  return makeElection({
    stage: 'test',
    contests: [
      { ...contest, pollsClose: CLOSE },
      { ...contest, id: CLERK, rule: plurality },
    ],
  });
}

/** What somebody does, or that time passes; a command may depend on what there is by then. */
export type Move = (night: Pick<Night, 'board' | 'wait'>) => Command | null;

const contest = fc.constantFrom(MAYOR, CLERK);
const by = fc.constantFrom(kay, lee, eve, max, ada);
const editor = fc.constantFrom(eve, max);
const votes = fc.dictionary(fc.constantFrom(...CHOICES), fc.nat(12));
const id = fc.nat(400).map(String);

const sent = fc.record({
  reportId: id,
  contest,
  unit: fc.constantFrom(...MODEL_UNITS),
  method: fc.constantFrom(...METHODS),
  votes,
  status: fc.constantFrom<ReportStatus>('none', 'partial', 'partial', 'complete'),
  ballotsCast: fc.option(fc.nat(70)),
  reason: fc.option(fc.constant('recount')),
  basedOn: fc.option(fc.nat(3), { freq: 8 }),
  supersedes: fc.boolean(),
});

const report = fc.tuple(by, sent).map(
  ([by, report]): Move =>
    () => ({ type: 'report', by, reports: [makeReport(report)] }),
);

/** A unit that is done: without such ones nothing would be proved all night. */
const whole = fc.tuple(by, sent).map(
  ([by, sent]): Move =>
    () => {
      const parts = {
        method: 'total',
        status: 'complete',
        supersedes: true,
        reason: 'all in',
      } as const;
      return { type: 'report', by, reports: [makeReport({ ...sent, ...parts, basedOn: null })] };
    },
);

const group = fc.tuple(by, sent, votes, id).map(
  ([by, first, votes, other]): Move =>
    () => {
      const part = { ...first, supersedes: true, reason: 'split', basedOn: null };
      const reports = [
        makeReport({ ...part, method: 'election-day' }),
        makeReport({ ...part, method: 'early', votes, reportId: `${other}b` }),
      ];
      return { type: 'report', by, reports };
    },
);

/** One of what there is. */
function pick<Item>(items: Iterable<Item>, at: number): Item | null {
  const all = [...items];
  return all[at % Math.max(1, all.length)] ?? null;
}

const hold = fc.tuple(editor, fc.nat(), fc.boolean()).map(
  ([by, at, isReleased]): Move =>
    ({ board }) => {
      const holdId = pick(board.holds.keys(), at);
      if (holdId === null) return null;
      if (isReleased) return { type: 'release-hold', holdId, by };
      return { type: 'reject-hold', holdId, by, reason: 'misread' };
    },
);

const lock = fc.tuple(editor, contest, id, fc.constantFrom('lock', 'unlock', 'unlock')).map(
  ([by, contest, lockId, type]): Move =>
    () => ({ type, contest, lockId, reason: 'x', by }),
);

const notice = fc.tuple(editor, contest, id).map(
  ([by, contest, noticeId]): Move =>
    () => {
      return { type: 'post-notice', noticeId, contest, text: { en: noticeId }, since: null, by };
    },
);

const noticeEnd = fc.tuple(editor, fc.nat()).map(
  ([by, at]): Move =>
    ({ board }) => {
      const noticeId = pick(board.notices.keys(), at);
      return noticeId === null ? null : { type: 'end-notice', noticeId, by };
    },
);

const call = fc
  .record({
    by: editor,
    callId: id.map((id) => `c${id}`),
    contest,
    call: fc.constantFrom<CallType>('winner', 'too-close', 'advance', 'too-early'),
    choices: fc.subarray([...CHOICES], { minLength: 1, maxLength: 2 }),
  })
  .map(
    ({ choices, ...call }): Move =>
      () => ({
        type: 'propose-call',
        ...call,
        choices: choices as readonly string[] as readonly ChoiceId[], // a test's own ids
        source: null,
        reason: null,
      }),
  );

const callStep = fc.tuple(editor, fc.nat(), fc.nat(2)).map(
  ([by, at, back]): Move =>
    ({ board }) => {
      const callId = pick(board.proposals.keys(), at);
      if (callId === null) return null;
      return { type: 'confirm-call', callId, seq: Math.max(0, board.seq - back), by };
    },
);

const suspension = fc.tuple(editor, fc.nat(), id).map(
  ([by, at, id]): Move =>
    ({ board }) => {
      const call = pick(board.proposals.values(), at);
      if (call === null) return null;
      const { callId: retracts, contest } = call;
      return { type: 'suspend-call', callId: `s${id}`, contest, retracts, reason: 'doubt', by };
    },
);

const review = fc.tuple(editor, fc.nat(), fc.boolean()).map(
  ([by, at, isRetracted]): Move =>
    ({ board }) => {
      const callId = pick(board.retractions.keys(), at);
      if (callId === null) return null;
      if (isRetracted) return { type: 'confirm-retraction', callId, by };
      return { type: 'reinstate-call', callId, reason: 'checked', by };
    },
);

const changes = fc.oneof<fc.Arbitrary<Amendment>[]>(
  fc.nat(80).map((expected) => ({ units: { [NORTH]: { expected } } })),
  fc.nat(80).map((registered) => ({ units: { [SOUTH]: { registered } } })),
  fc.nat(40).map((early) => ({ units: { [SOUTH]: { turnout: { early } } } })),
  fc.boolean().map((counts) => ({ choices: { bob: { counts } } })),
  fc.boolean().map((eligible) => ({ choices: { ann: { eligible } } })),
  fc.option(fc.nat(9)).map((bound) => ({ late: [makeLate('provisional', bound)] })),
  fc.constant({ certified: { at: CLOSE, source: 'the clerk' } }),
  fc
    .constantFrom<Instant>(CLOSE, instant('2026-11-04T00:05:00Z'))
    .map((pollsClose) => ({ pollsClose })),
);

const amendment = fc.tuple(editor, contest, id, changes).map(
  ([by, contest, id, changes]): Move =>
    () => {
      return { type: 'amend', amendId: `a${id}`, contest, changes, reason: 'news', by };
    },
);

const amendmentStep = fc.tuple(editor, fc.nat()).map(
  ([by, at]): Move =>
    ({ board }) => {
      const amendId = pick(board.amendments.keys(), at);
      return amendId === null ? null : { type: 'confirm-amendment', amendId, by };
    },
);

const polls = fc.constantFrom(false, false, true).map(
  (doubted): Move =>
    () => {
      return { type: 'close-polls', contest: MAYOR, doubted, by: writer };
    },
);

const confirmation = editor.map(
  (by): Move =>
    () => ({
      type: 'confirm-closing',
      contest: MAYOR,
      by,
    }),
);

const load = fc.tuple(fc.option(fc.nat(40)), fc.constantFrom('', ' A', ' B')).map(
  ([expected, names]): Move =>
    () => {
      const election = makeModelElection(expected, names);
      return { type: 'load-election', election, reset: false, by: ada };
    },
);

const clock = fc.nat(120).map(
  (minutes): Move =>
    () => {
      const nightAt = instant(
        `2026-11-04T0${Math.floor(minutes / 60)}:${`${minutes % 60}`.padStart(2, '0')}:00Z`,
      );
      return { type: 'set-clock', election: ELECTION, nightAt, rate: 10, by: ada };
    },
);

const pause = fc.nat(600_000).map(
  (ms): Move =>
    (night) => {
      night.wait(ms);
      return null;
    },
);

const some = <Item>(weight: number, arbitrary: fc.Arbitrary<Item>) => ({ weight, arbitrary });

/** A night's worth of what people, feeds and the writer may do, in any order. */
export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    some(24, report),
    some(10, whole),
    some(4, group),
    some(6, hold),
    some(1, lock),
    some(1, notice),
    some(1, noticeEnd),
    some(4, call),
    some(6, callStep),
    some(6, suspension),
    some(6, review),
    some(3, amendment),
    some(3, amendmentStep),
    some(4, polls),
    some(1, confirmation),
    some(1, load),
    some(1, clock),
    some(4, pause),
  ),
  { minLength: 1, maxLength: 80, size: 'max' },
);
