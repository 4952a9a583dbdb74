import { expect, it } from 'vitest';
import { groupSuperseding } from '../../server/http/group-superseding.ts';
import type { Report } from '../../shared/count/report.ts';

function report(reportId: string, unit: string, supersedes: boolean, contest = 'c'): Report {
  return { reportId, contest, unit, supersedes } as unknown as Report;
}

const ids = (reports: readonly Report[]) =>
  groupSuperseding(reports).map((group) => group.map(({ reportId }) => reportId));

it('gives every report by itself where none supersedes', () => {
  expect(ids([report('1', 'a', false), report('2', 'a', false)])).toEqual([['1'], ['2']]);
});

it('gives the superseding reports of one unit together, at the place of the first', () => {
  const sent = [
    report('1', 'a', true),
    report('2', 'b', false),
    report('3', 'a', true),
    report('4', 'b', true),
    report('5', 'a', false),
    report('6', 'a', true),
  ];
  expect(ids(sent)).toEqual([['1', '3', '6'], ['2'], ['4'], ['5']]);
});

it('keeps the same unit of two contests apart', () => {
  expect(ids([report('1', 'a', true, 'x'), report('2', 'a', true, 'y')])).toEqual([['1'], ['2']]);
});
