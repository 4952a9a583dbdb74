import { describe, expect, it } from 'vitest';
import { idsInRecord, type RecordPage } from '../../server/replay/ids-in-record.ts';
import { nextStep } from '../../server/replay/next-step.ts';
import { readNight } from '../../server/replay/night.ts';
import { parseTimeline } from '../../server/replay/parse-timeline.ts';
import { idsOf, type Timeline } from '../../server/replay/timeline.ts';

const HEAD = {
  election: 'spring-2017',
  name: 'Spring',
  start: '2017-04-18T19:50:00-04:00',
  speed: 60,
};
const REPORTS = {
  at: '2017-04-18T20:00:00-04:00',
  type: 'reports',
  contest: 'house',
  status: 'complete',
  source: 'the county',
  votes: { early: { 'cobb/one': { ann: 3 }, 'cobb/two': { bob: 4 } } },
};
const END = { at: '2017-04-18T20:10:00-04:00', type: 'end-notice', noticeId: 'stall' };

function text(...lines: readonly unknown[]): string {
  return lines.map((line) => JSON.stringify(line)).join('\n');
}

function timelineOf(...lines: readonly unknown[]): Timeline {
  const parsed = parseTimeline(text(HEAD, ...lines));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}

describe('a timeline', () => {
  it('gives each report the same id at every replay', () => {
    const [step] = timelineOf(REPORTS).steps;
    expect(step).toMatchObject({
      at: '2017-04-19T00:00:00.000Z',
      reports: [
        { reportId: 'spring-2017:2.1', unit: 'cobb/one', method: 'early', votes: { ann: 3 } },
        { reportId: 'spring-2017:2.2', unit: 'cobb/two', method: 'early', votes: { bob: 4 } },
      ],
    });
    expect(timelineOf(REPORTS)).toEqual(timelineOf(REPORTS));
  });

  it.each([
    ['no head', text(REPORTS), 'line 1: election: Missing'],
    ['a line that is no JSON', `${text(HEAD)}\n{`, 'line 2: this is not JSON'],
    [
      'a step of no kind',
      text(HEAD, { ...END, type: 'fireworks' }),
      'line 2: type: Expected a step',
    ],
    ['a step before the one above', text(HEAD, END, REPORTS), 'line 3: its time is before'],
    [
      'a negative vote',
      text(HEAD, { ...REPORTS, votes: { early: { a: { b: -1 } } } }),
      'line 2: votes.early.a.b',
    ],
  ])('with %s is refused at its line', (_, written, reason) => {
    const parsed = parseTimeline(written);
    expect(parsed.ok ? '' : parsed.reason).toContain(reason);
  });

  it('that is not there is refused by its name', () => {
    const night = readNight('ga-14');
    expect(night.ok ? '' : night.reason).toContain('There is no night "ga-14"');
  });
});

describe('a replay that is started again', () => {
  const timeline = timelineOf(REPORTS, END);

  it.each([
    ['begins where nothing is on record', [], 0],
    ['sends again a step of which a part is on record', ['spring-2017:2.1'], 0],
    ['goes on after the last step on record', ['spring-2017:2.1', 'spring-2017:2.2'], 1],
    ['has nothing left once all is on record', timeline.steps.flatMap(idsOf), 2],
    [
      'passes over what the record lacks of an earlier step',
      idsOf(timeline.steps[1] ?? never()),
      2,
    ],
  ])('%s', (_, onRecord, next) => expect(nextStep(timeline, new Set(onRecord))).toBe(next));
});

describe('ids on record', () => {
  it('are read page by page, of one election, since it was last emptied', async () => {
    const body = (value: unknown) => JSON.stringify(value);
    const entry = (kind: string, value: unknown, election = 'spring') => ({
      kind,
      election,
      body: value === null ? null : body(value),
    });
    const entries = [
      entry('reports-accepted', { reports: [{ reportId: 'before' }] }),
      entry('election-reset', {}),
      entry('reports-accepted', { reports: [{ reportId: 'one' }, { reportId: 'two' }] }),
      entry('reports-accepted', { reports: [{ reportId: 'other' }] }, 'autumn'),
      entry('report-held', null),
      entry('hold-released', { reports: [{ reportId: 'released' }] }),
      entry('call-proposed', { callId: 'proposed' }),
      entry('call-confirmed', { callId: 'confirmed' }),
      entry('notice-posted', { noticeId: 'stall' }),
      entry('notice-ended', { noticeId: 'stall' }),
      entry('amended', { amendId: 'certified' }),
    ].map((made, at) => ({ seq: at + 1, ...made }));
    const read = async (after: number): Promise<RecordPage> => ({
      head: { seq: entries.length },
      entries: entries.slice(after, after + 4),
    });
    expect([...(await idsInRecord('spring', read))]).toEqual([
      'one',
      'two',
      'released',
      'confirmed',
      'stall',
      'end of stall',
      'certified',
    ]);
  });
});

function never(): never {
  throw new Error('no such step');
}
