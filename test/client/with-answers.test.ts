import { expect, it } from 'vitest';
import type { Answered } from '../../client/desk/outbox.ts';
import { withAnswers } from '../../client/desk/with-answers.ts';
import { present } from '../../shared/basics/assert.ts';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import { listOf, makeMayor } from './make-desk.ts';

const contest = makeMayor();
const unit = present(listOf(contest)[0], 'unit');

function answered(ann: number, version: number, seq: number): Answered {
  const report = {
    reportId: `r${seq}`,
    contest: contest.id,
    unit: unit.unit,
    method: 'election-day' as const,
    votes: { ['ann' as ChoiceId]: ann },
    status: 'partial' as const,
  };
  const reply = { reportId: report.reportId, outcome: 'accepted' as const, seq, version };
  return { report, reply, by: 'ann', label: unit.name, nightAt: instantOf(0) };
}

const cellAfter = (listSeq: number, ...answers: Answered[]) =>
  withAnswers(contest, unit, listSeq, answers).methods['election-day'];

it('a person sees their own numbers before any list has them, the newest last', () => {
  expect(cellAfter(4, answered(9, 2, 6), answered(5, 1, 5))).toMatchObject({
    version: 2,
    votes: { ann: 9, bob: 0, constructor: 0 },
  });
});

it('a list from after the answer is believed, even where the votes are gone', () => {
  expect(cellAfter(6, answered(9, 2, 6), answered(5, 1, 5))).toBeUndefined();
});

it('another unit’s answer changes nothing', () => {
  const other = present(listOf(contest)[1], 'unit');
  expect(withAnswers(contest, other, 0, [answered(9, 1, 5)])).toBe(other);
});
