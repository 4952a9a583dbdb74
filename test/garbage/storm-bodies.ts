import { TEST_ELECTION, testReport } from '../http/test-election.ts';

/** What a client that works would send, path by path: what a broken one sends is made of it. */

const AT = '2017-04-18T19:30:00-04:00';

const REPORTS = [
  testReport('s1'),
  testReport('s2', { unit: 'north/2', method: 'early', ballotsCast: 500, overvotes: 1 }),
  testReport('s3', { unit: 'south/1', method: 'total', basedOn: 1, undervotes: 3 }),
  testReport('s4', { unit: 'south/1', supersedes: true, reason: 'split', status: 'partial' }),
  testReport('s5', { votes: { ana: 1 }, reason: 'typing error', source: 'AP', sourceAt: AT }),
  testReport('s6', { votes: { constructor: 999 } }),
  testReport('s7', { method: 'total' }),
];

/** Each wrong in one way. */
const WRONG = [
  testReport('s1', { votes: { ana: 7 } }),
  testReport('w1', { votes: { ana: 7 } }),
  testReport('w2', { contest: 'nobody' }),
  testReport('w3', { unit: 'nowhere' }),
  testReport('w4', { unit: 'south/1', votes: { nobody: 1 } }),
  testReport('w5', { method: 'uocava' }),
  testReport('w6', { votes: { ana: -1 } }),
  testReport('w7', { votes: { ana: 0.5 } }),
  testReport('w8', { basedOn: 7, votes: { ana: 301 }, reason: 'x' }),
];

/** An election whose clock may be set, and that may be emptied. */
export const REHEARSAL = {
  ...TEST_ELECTION,
  id: 'rehearsal',
  stage: 'test',
  contests: TEST_ELECTION.contests.map((contest) => ({
    ...contest,
    id: 'trial',
    late: [{ method: 'provisional', bound: 10, source: 'the law', until: '2017-04-21' }],
    methods: ['election-day', 'early', 'provisional'],
    registration: { is: 'all', source: 'the state' },
    expectedBy: 'turnout of 2014',
  })),
};

export const BODIES: Readonly<Record<string, readonly unknown[]>> = {
  '/reports': [
    { reports: REPORTS.slice(0, 2) },
    { reports: REPORTS },
    { reports: WRONG },
    { reports: [] },
    { reports: Array(5_001).fill(1) },
  ],
  '/calls': [
    { callId: 'c1', contest: 'mayor', type: 'too-early', source: 'AP' },
    { callId: 'c2', contest: 'mayor', type: 'runoff', choices: ['ana', 'constructor'] },
    { callId: 'c3', contest: 'mayor', type: 'winner', choices: ['ana'], reason: 'no doubt' },
    { callId: 'c4', contest: 'mayor', type: 'retract', retracts: 'c1', reason: 'a slip' },
    { callId: 'c6', contest: 'mayor', type: 'winner', choices: ['write-in'] },
    { callId: 'c5', contest: 'trial', type: 'advance', choices: ['ana'] },
  ],
  '/calls/{id}/confirm': [{ seq: 9 }, undefined, {}],
  '/calls/{id}/reinstate': [{ reason: 'it holds' }],
  '/notices': [
    { noticeId: 'n1', contest: 'mayor', text: 'South is late' },
    { noticeId: 'n2', contest: 'trial', text: { en: 'late', es: 'tarde' }, since: AT },
  ],
  '/notices/{id}/end': [undefined, {}],
  '/contests/{id}/lock': [
    { lockId: 'l1', reason: 'recount' },
    { lockId: 'l2', locked: false, reason: 'done' },
  ],
  '/contests/{id}/amend': [
    { amendId: 'a1', changes: { units: { 'south/1': { expected: 90 } } }, reason: 'poll book' },
    {
      amendId: 'a2',
      changes: { units: { 'north/1': { turnout: { early: 40 }, registered: 900 } } },
      reason: 'rolls',
    },
    { amendId: 'a3', changes: { choices: { ana: { withdrawn: true } } }, reason: 'she said so' },
    { amendId: 'a4', changes: { certified: { at: AT, source: 'the county' } }, reason: 'canvass' },
    { amendId: 'a5', changes: { late: [], lateNone: 'none' }, reason: 'the law' },
    { amendId: 'a6', changes: { next: { name: 'Runoff', date: '2017-06-20' } }, reason: 'set' },
    { amendId: 'a7', changes: { pollsClose: '2017-04-18T20:00:00-04:00' }, reason: 'a court' },
  ],
  '/contests/{id}/confirm-closing': [undefined, {}],
  '/amendments/{id}/confirm': [undefined, {}],
  '/holds/{id}/release': [undefined, {}],
  '/holds/{id}/reject': [{ reason: 'a digit too many' }],
  '/elections': [REHEARSAL, { ...REHEARSAL, id: 'other', name: 'Other' }],
  '/people': [{ name: 'Sam', kind: 'machine', role: 'entry' }],
  '/people/{id}/role': [{ role: 'editor' }],
  '/people/{id}/renew': [undefined, {}],
  '/people/{id}/sign-out': [undefined, {}],
  '/people/{id}/remove': [undefined, {}],
  '/elections/{id}/clock': [{ nightAt: AT, rate: 60 }],
};

/** What may stand in an address for an id. */
export const IDS = [
  'mayor',
  'trial',
  'rehearsal',
  'test-night',
  'c1',
  'c2',
  'c3',
  'c4',
  'a1',
  'a4',
  'n1',
  'n2',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '..',
  '%2e%2e',
  '%00',
  '%2F',
  '%F0%9F%97%B3',
  '%E0%A4%A',
  '%',
  'mayor%20',
  'MAYOR',
  'x'.repeat(300),
  '*',
  "'",
  ';',
  '$(x)',
];
