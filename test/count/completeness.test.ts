import { describe, expect, it } from 'vitest';
import {
  isMethodComplete,
  missingMethods,
  precinctStatus,
} from '../../shared/count/completeness.ts';
import type { ReportStatus } from '../../shared/count/report.ts';
import type { Method } from '../../shared/election/method.ts';
import { makeCells, makeContest, makeCount, makeLate, makeUnit } from './make.ts';

const METHODS: readonly Method[] = ['election-day', 'early', 'provisional'];
const contest = makeContest({ methods: METHODS, late: [makeLate('provisional', null)] });
const unit = makeUnit('a', { methods: METHODS });

function cells(statuses: Partial<Record<Method, ReportStatus>>) {
  return makeCells(
    Object.fromEntries(
      Object.entries(statuses).map(([method, status]) => [method, makeCount({}, status)]),
    ),
  );
}

describe('a unit is complete', () => {
  it('when all its own methods are, late ones apart', () => {
    expect(missingMethods(contest, unit, new Map())).toEqual(['election-day', 'early']);
    expect(missingMethods(contest, unit, cells({ early: 'complete' }))).toEqual(['election-day']);
    const both = cells({ early: 'complete', 'election-day': 'complete' });
    expect(missingMethods(contest, unit, both)).toEqual([]);
  });

  it('by a complete total, which says nothing of late methods', () => {
    const total = cells({ total: 'complete' });
    expect(missingMethods(contest, unit, total)).toEqual([]);
    expect(isMethodComplete(contest, total, 'early')).toBe(true);
    expect(isMethodComplete(contest, total, 'provisional')).toBe(false);
    expect(missingMethods(contest, unit, cells({ total: 'partial' }))).toHaveLength(2);
  });

  it('by the total alone where it has no other method, also beside a late one', () => {
    const own = makeUnit('a', { methods: ['total', 'provisional'] });
    expect(missingMethods(contest, own, new Map())).toEqual(['total']);
    expect(missingMethods(contest, own, cells({ provisional: 'complete' }))).toEqual(['total']);
    expect(missingMethods(contest, own, cells({ total: 'complete' }))).toEqual([]);
  });

  it('by its parts, without a total, where it may report either', () => {
    const either = makeUnit('a', { methods: ['early', 'total'] });
    expect(missingMethods(contest, either, cells({ early: 'complete' }))).toEqual([]);
    expect(missingMethods(contest, either, cells({ total: 'complete' }))).toEqual([]);
    expect(missingMethods(contest, either, new Map())).toEqual(['early']);
  });

  it('from the start where all its methods are late', () => {
    const late = makeUnit('a', { methods: ['provisional'] });
    expect(missingMethods(contest, late, new Map())).toEqual([]);
  });
});

describe('a precinct reports', () => {
  it.each([
    [{}, 'none'],
    [{ early: 'complete' }, 'none'],
    [{ 'election-day': 'none' }, 'none'],
    [{ 'election-day': 'partial' }, 'partial'],
    [{ 'election-day': 'complete' }, 'complete'],
    [{ total: 'none' }, 'none'],
    [{ total: 'partial' }, 'partial'],
    [{ total: 'complete' }, 'complete'],
  ] as const)('by its election day or its total: %o is %s', (statuses, status) => {
    expect(precinctStatus(contest, unit, cells(statuses))).toBe(status);
  });

  it('by all of several methods, partial as soon as one has begun', () => {
    const mail = makeContest({ reportingBy: ['early', 'absentee-mail'] });
    const own = makeUnit('a', { methods: ['early', 'absentee-mail'] });
    expect(precinctStatus(mail, own, cells({ early: 'complete' }))).toBe('partial');
    const both = cells({ early: 'complete', 'absentee-mail': 'complete' });
    expect(precinctStatus(mail, own, both)).toBe('complete');
  });

  it('by what it has, where that is none of the methods of the others', () => {
    const own = makeUnit('a', { methods: ['early', 'provisional'] });
    expect(precinctStatus(contest, own, new Map())).toBe('none');
    expect(precinctStatus(contest, own, cells({ early: 'partial' }))).toBe('partial');
    expect(precinctStatus(contest, own, cells({ early: 'complete' }))).toBe('complete');
    const late = makeUnit('a', { methods: ['provisional'] });
    expect(precinctStatus(contest, late, new Map())).toBe('none');
    expect(precinctStatus(contest, late, cells({ provisional: 'complete' }))).toBe('complete');
  });
});
