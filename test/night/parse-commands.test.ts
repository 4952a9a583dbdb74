import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContestId, ElectionId, HoldId } from '../../shared/basics/ids.ts';
import type { Result } from '../../shared/basics/result.ts';
import {
  parseAmend,
  parseCall,
  parseClock,
  parseConfirmAmendment,
  parseConfirmCall,
  parseConfirmClosing,
  parseConfirmRetraction,
  parseEndNotice,
  parseLock,
  parseNotice,
  parseReinstate,
  parseReject,
  parseRelease,
  type SentCommand,
} from '../../shared/night/parse-commands.ts';
import { MAX_REPORTS, parseReports } from '../../shared/night/parse-reports.ts';
import type { Refusal } from '../../shared/night/refusal.ts';

const HOUSE = 'house' as ContestId;

function commandOf(parsed: Result<SentCommand, Refusal>): unknown {
  return parsed.ok ? parsed.value : `${parsed.reason.code} ${parsed.reason.path}`.trim();
}

describe('many reports in one request', () => {
  const report = (reportId: string, votes: object = { ann: 1 }) => ({
    reportId,
    contest: 'house',
    unit: 'one',
    method: 'early',
    votes,
    status: 'partial',
  });

  it('are read one by one: one that cannot be read costs no other', () => {
    const parsed = parseReports({
      reports: [report('a'), report('b', { ann: -1 }), 7, report('c')],
    });
    expect(
      parsed.ok && parsed.value.map((one) => (one.ok ? one.value.reportId : one.reason)),
    ).toEqual([
      'a',
      {
        reportId: 'b',
        code: 'negative',
        path: 'votes.ann',
        message: 'Expected a whole number from 0 to 1000000000, not -1.',
      },
      { reportId: '', code: 'invalid', path: '', message: 'Expected a report, not 7.' },
      'c',
    ]);
  });

  it.each([
    [null, 'invalid'],
    [[], 'invalid'],
    [{}, 'invalid reports'],
    [{ reports: 'all' }, 'invalid reports'],
    [{ reports: [], more: 1 }, 'invalid more'],
    [{ reports: Array.from({ length: MAX_REPORTS + 1 }, () => 0) }, 'too-large reports'],
  ])('are refused as a whole where they are no list, or too long', (json, refusal) => {
    const parsed = parseReports(json);
    expect(parsed.ok ? '' : `${parsed.reason.code} ${parsed.reason.path}`.trim()).toBe(refusal);
  });

  it('may be 5,000', () => {
    const parsed = parseReports({ reports: Array.from({ length: 5_000 }, () => 0) });
    expect(parsed.ok && parsed.value.length).toBe(5_000);
  });
});

describe('a call', () => {
  const call = { callId: 'c1', contest: 'house', type: 'runoff', choices: ['ann', 'bob'] };

  it('is a proposal', () =>
    expect(commandOf(parseCall({ ...call, source: 'AP' }))).toEqual({
      type: 'propose-call',
      callId: 'c1',
      contest: 'house',
      call: 'runoff',
      choices: ['ann', 'bob'],
      source: 'AP',
      reason: null,
    }));

  it('of type retract suspends the call that it names', () => {
    const retraction = { callId: 'c2', contest: 'house', type: 'retract', retracts: 'c1' };
    expect(commandOf(parseCall({ ...retraction, reason: 'a tape was read wrong' }))).toEqual({
      type: 'suspend-call',
      callId: 'c2',
      contest: 'house',
      retracts: 'c1',
      reason: 'a tape was read wrong',
    });
    expect(commandOf(parseCall(retraction))).toBe('reason-needed reason');
    expect(commandOf(parseCall({ ...retraction, retracts: null }))).toBe('invalid retracts');
  });

  it.each([
    [{ type: 'winner', choices: [] }, 'invalid choices'],
    [{ type: 'advance', choices: null }, 'invalid choices'],
    [{ type: 'landslide' }, 'invalid type'],
    [{ retracts: 'c0' }, 'invalid retracts'],
    [{ callId: '' }, 'invalid callId'],
    [{ confidence: 0.9 }, 'invalid confidence'],
  ])('with %j is refused', (changes, refusal) =>
    expect(commandOf(parseCall({ ...call, ...changes }))).toBe(refusal),
  );

  it('is confirmed with the seq that was seen', () => {
    expect(commandOf(parseConfirmCall('c1', { seq: 7 }))).toEqual({
      type: 'confirm-call',
      callId: 'c1',
      seq: 7,
    });
    expect(commandOf(parseConfirmCall('c1', {}))).toBe('invalid seq');
    expect(commandOf(parseConfirmCall('c1', { seq: -7 }))).toBe('negative seq');
  });
});

describe('an amendment', () => {
  it('has only what was said, with defaults inside it', () => {
    const json = {
      amendId: 'a1',
      changes: {
        late: [{ method: 'provisional', bound: 400 }],
        units: { 'cobb/one': { turnout: { 'election-day': 815 }, expected: 990 } },
        choices: { ann: { withdrawn: true } },
        pollsClose: '2017-04-18T19:30:00-04:00',
        certified: null,
        next: { name: 'Runoff' },
      },
      reason: 'the poll book is in',
    };
    expect(commandOf(parseAmend(HOUSE, json))).toEqual({
      type: 'amend',
      amendId: 'a1',
      contest: 'house',
      changes: {
        late: [{ method: 'provisional', bound: 400, source: null, until: null }],
        units: { 'cobb/one': { turnout: { 'election-day': 815 }, expected: 990 } },
        choices: { ann: { withdrawn: true } },
        pollsClose: '2017-04-18T23:30:00.000Z',
        certified: null,
        next: { contest: null, name: 'Runoff', date: null },
      },
      reason: 'the poll book is in',
    });
  });

  it.each([
    [{ reason: '' }, 'invalid reason'],
    [{ changes: { votes: { ann: 3 } } }, 'invalid changes.votes'],
    [
      { changes: { units: { one: { turnout: { pigeon: 3 } } } } },
      'unknown-method changes.units.one.turnout.pigeon',
    ],
    [
      { changes: { units: JSON.parse('{"__proto__": {"expected": 3}}') } },
      'invalid changes.units.__proto__',
    ],
    [{ changes: { units: { one: { expected: -3 } } } }, 'negative changes.units.one.expected'],
  ])('with %j is refused', (changes, refusal) =>
    expect(
      commandOf(parseAmend(HOUSE, { amendId: 'a1', changes: {}, reason: 'why', ...changes })),
    ).toBe(refusal),
  );
});

it('a notice may be one text, which is English, or one a language', () => {
  const notice = { noticeId: 'n1', contest: 'house' };
  expect(commandOf(parseNotice({ ...notice, text: 'The upload is stuck.' }))).toEqual({
    type: 'post-notice',
    ...notice,
    text: { en: 'The upload is stuck.' },
    since: null,
  });
  const text = { en: 'Stuck.', es: 'Detenido.' };
  expect(
    commandOf(parseNotice({ ...notice, text, since: '2017-04-18T23:40:00-04:00' })),
  ).toMatchObject({ text, since: '2017-04-19T03:40:00.000Z' });
  expect(commandOf(parseNotice({ ...notice, text: { es: 'Detenido.' } }))).toMatch(/^invalid text/);
});

it('a lock locks unless it says otherwise', () => {
  const lock = { lockId: 'l1', reason: 'a wrong card' };
  expect(commandOf(parseLock(HOUSE, lock))).toMatchObject({
    type: 'lock',
    contest: 'house',
    ...lock,
  });
  expect(commandOf(parseLock(HOUSE, { ...lock, locked: false }))).toMatchObject({ type: 'unlock' });
});

it('a clock has a time and a rate', () => {
  const spring = 'spring' as ElectionId;
  expect(commandOf(parseClock(spring, { nightAt: '2017-04-18T19:50:00-04:00', rate: 60 }))).toEqual(
    {
      type: 'set-clock',
      election: 'spring',
      nightAt: '2017-04-18T23:50:00.000Z',
      rate: 60,
    },
  );
  expect(commandOf(parseClock(spring, { nightAt: 'now', rate: 60 }))).toBe('invalid nightAt');
  expect(commandOf(parseClock(spring, { nightAt: '2017-04-18T19:50:00Z', rate: 'fast' }))).toBe(
    'invalid rate',
  );
  expect(commandOf(parseClock(spring, { nightAt: '2017-04-18T19:50:00Z', rate: -1 }))).toBe(
    'negative rate',
  );
});

it('what an address says already needs no body', () => {
  const hold = 'h1' as HoldId;
  expect(commandOf(parseRelease(hold, undefined))).toEqual({ type: 'release-hold', holdId: 'h1' });
  expect(commandOf(parseEndNotice('n1', {}))).toEqual({ type: 'end-notice', noticeId: 'n1' });
  expect(commandOf(parseConfirmAmendment('a1', null))).toMatchObject({ amendId: 'a1' });
  expect(commandOf(parseConfirmRetraction('c2', { seq: 4 }))).toMatchObject({ callId: 'c2' });
  expect(commandOf(parseConfirmClosing(HOUSE, {}))).toMatchObject({ contest: 'house' });
});

it('whoever takes a decision back says why', () => {
  expect(commandOf(parseReject('h1' as HoldId, { reason: 'a typo' }))).toMatchObject({
    reason: 'a typo',
  });
  expect(commandOf(parseReject('h1' as HoldId, {}))).toBe('invalid reason');
  expect(commandOf(parseReinstate('c2', {}))).toBe('invalid reason');
});

it('no body, whatever it is, is more than refused', () => {
  const keys = fc.constantFrom(
    'callId',
    'contest',
    'type',
    'choices',
    'changes',
    'text',
    'reason',
    '__proto__',
  );
  const parsers = [
    parseCall,
    parseNotice,
    parseReports,
    (json: unknown) => parseAmend(HOUSE, json),
    (json: unknown) => parseLock(HOUSE, json),
    (json: unknown) => parseConfirmCall('c1', json),
    (json: unknown) => parseClock('spring' as ElectionId, json),
  ];
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())),
      fc.constantFrom(...parsers),
      (json, parse) => {
        const parsed = parse(json);
        if (!parsed.ok) expect(parsed.reason.message).not.toBe('');
      },
    ),
    { numRuns: 1_000 },
  );
});
