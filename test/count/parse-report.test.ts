import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../shared/count/parse-report.ts';

const SENT = {
  reportId: 'r1',
  contest: 'house',
  unit: 'cobb/one',
  method: 'election-day',
  votes: { ann: 312, bob: 0 },
  status: 'complete',
};

function faultIn(value: unknown): string {
  const parsed = parseReport(value);
  return parsed.ok ? 'none' : `${parsed.reason.code} ${parsed.reason.path.join('.')}`.trim();
}

describe('a report', () => {
  it('is read, with null for what it leaves out', () => {
    expect(parseReport(SENT)).toEqual({
      ok: true,
      value: {
        ...SENT,
        votes: new Map([
          ['ann', 312],
          ['bob', 0],
        ]),
        ballotsCast: null,
        overvotes: null,
        undervotes: null,
        basedOn: null,
        source: null,
        sourceAt: null,
        supersedes: false,
        reason: null,
      },
    });
  });

  it('is read with all that it may say', () => {
    const said = {
      ballotsCast: 820,
      overvotes: 1,
      undervotes: 4,
      basedOn: 2,
      source: 'AP',
      supersedes: true,
      reason: 'recount',
    };
    const parsed = parseReport({ ...SENT, ...said, sourceAt: '2017-04-18T20:00:00-04:00' });
    expect(parsed).toMatchObject({
      ok: true,
      value: { ...said, sourceAt: '2017-04-19T00:00:00.000Z' },
    });
  });

  it('may be of a contest, unit and choice that nobody knows: that is said elsewhere', () => {
    expect(faultIn({ ...SENT, contest: 'NOPE', unit: '??', votes: { constructor: 1 } })).toBe(
      'none',
    );
  });

  it.each([
    [{ votes: { ann: -1 } }, 'negative votes.ann'],
    [{ votes: { ann: 1.5 } }, 'not-an-integer votes.ann'],
    [{ votes: { ann: '12' } }, 'not-an-integer votes.ann'],
    [{ votes: { ann: null } }, 'not-an-integer votes.ann'],
    [{ votes: { ann: true } }, 'not-an-integer votes.ann'],
    [{ votes: { ann: 1e300 } }, 'invalid votes.ann'],
    [{ votes: { ann: Number.NaN } }, 'not-an-integer votes.ann'],
    [{ votes: [1, 2] }, 'invalid votes'],
    [{ votes: undefined }, 'invalid votes'],
    [{ votes: JSON.parse('{"__proto__": 5}') }, 'unknown-choice votes.__proto__'],
    [{ method: 'pigeon' }, 'unknown-method method'],
    [{ method: undefined }, 'invalid method'],
    [{ ballotsCast: -3 }, 'negative ballotsCast'],
    [{ undervotes: 0.5 }, 'not-an-integer undervotes'],
    [{ status: 'done' }, 'invalid status'],
    [{ status: undefined }, 'invalid status'],
    [{ reportId: '' }, 'invalid reportId'],
    [{ reportId: 'x'.repeat(201) }, 'invalid reportId'],
    [{ reportId: 7 }, 'invalid reportId'],
    [{ sourceAt: 'yesterday' }, 'invalid sourceAt'],
    [{ ballotscast: 820 }, 'invalid ballotscast'],
  ])('with %j is refused by its code and path', (changes, fault) =>
    expect(faultIn({ ...SENT, ...changes })).toBe(fault),
  );

  it('whatever it is, is read or refused with one of the codes, never a crash', () => {
    const changes = fc.dictionary(
      fc.constantFrom(...Object.keys(SENT), 'ballotsCast', 'basedOn', 'reason', '__proto__'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          changes.map((c) => ({ ...SENT, ...c })),
        ),
        (value) => {
          expect(faultIn(value)).toMatch(
            /^(none|invalid|negative|not-an-integer|unknown-choice|unknown-method)( |$)/,
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
