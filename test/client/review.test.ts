import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, freshDraft } from '../../client/desk/draft.ts';
import type { ListedCell } from '../../client/desk/listed-unit.ts';
import { publishEffect } from '../../client/desk/publish-effect.ts';
import { type Review, reviewDraft } from '../../client/desk/review.ts';
import { present } from '../../shared/basics/assert.ts';
import type { Method } from '../../shared/election/method.ts';
import { makeContest, makeCount } from '../count/make.ts';
import { listedCell } from './make-desk.ts';

const contest = makeContest();
const unit = present(contest.units[0], 'unit');
const place = { contest: contest.id, unit: unit.id, method: 'election-day' as const };

function review(draft: Partial<Draft>, cells: Partial<Record<Method, ListedCell>> = {}): Review {
  const known = new Map(Object.entries(cells) as [Method, ListedCell][]);
  const fresh = freshDraft(place, known.get(place.method), true);
  return reviewDraft(contest, unit, known, { ...fresh, ...draft });
}

const typed = (ann: string, bob = '') => ({ votes: { ann, bob } as Draft['votes'] });

describe('what is keyed, as the server will see it', () => {
  it('leaves a blank field out, so that it keeps what it had', () => {
    const { body, sum, blanks } = review(typed('90', ''), {
      'election-day': listedCell({ ann: 80, bob: 40 }, 3),
    });
    expect(body.votes).toEqual({ ann: 90 });
    expect({ sum, blanks }).toEqual({ sum: 130, blanks: 1 });
  });

  it('keeps a zero, which is a value', () => {
    expect(review(typed('0', '0')).body.votes).toEqual({ ann: 0, bob: 0 });
    expect(review(typed('0', '0')).stops).toEqual([]);
  });

  it('stops at nothing, at what is no number, and at what is out already', () => {
    expect(review(typed('')).stops).toEqual(['nothing-keyed']);
    expect(review(typed('1x')).stops).toEqual(['slips']);
    const out = { 'election-day': listedCell({ ann: 5, bob: 0 }, 1, 'complete') };
    expect(review(typed('5', '0'), out).stops).toEqual(['nothing-new']);
  });

  it('stops where the unit has a total, of which this would be a part', () => {
    expect(review(typed('5'), { total: listedCell({ ann: 9, bob: 9 }, 1) }).stops).toEqual([
      'clash',
    ]);
  });

  it('asks for a reason where a complete report changes, and for none where a partial one grows', () => {
    const cell = (status: 'partial' | 'complete') => ({
      'election-day': listedCell({ ann: 5, bob: 0 }, 1, status),
    });
    expect(review(typed('6', '0'), cell('complete')).stops).toEqual(['reason']);
    expect(review({ ...typed('6', '0'), reason: ' ' }, cell('complete')).stops).toEqual(['reason']);
    expect(review({ ...typed('6', '0'), reason: 'x' }, cell('complete')).stops).toEqual([]);
    expect(review(typed('6', '0'), cell('partial')).stops).toEqual([]);
  });

  it('sees the version it was keyed on, 0 before the first', () => {
    expect(review(typed('1')).body.basedOn).toBe(0);
    expect(review({ ...typed('1'), basedOn: 1 }).stops).toEqual(['conflict']);
    const second = { 'election-day': listedCell({ ann: 0, bob: 0 }, 2) };
    expect(review({ ...typed('1'), basedOn: 1 }, second).stops).toEqual(['conflict']);
    expect(review({ ...typed('1'), basedOn: 2 }, second).stops).toEqual([]);
  });

  it('never sends a field that holds no number, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (ann, bob) => {
        const { body, slips, sum } = review(typed(ann, bob));
        const sent = Object.values(body.votes);
        expect(sent.every((votes) => Number.isSafeInteger(votes) && votes >= 0)).toBe(true);
        expect(sum).toBe(sent.reduce((all, votes) => all + votes, 0));
        expect([...slips.keys()].some((id) => Object.hasOwn(body.votes, id))).toBe(false);
      }),
    );
  });
});

describe('what a report would do', () => {
  const none = new Map();
  const counted = (ann: number, bob: number) =>
    new Map([['election-day' as const, makeCount({ ann, bob })]]);

  it('is nothing where there is nobody to lead', () => {
    expect(publishEffect({ ...contest, choices: [] }, {}, none, none)).toBeNull();
  });

  it('is about the leader, whose place another may take', () => {
    const effect = publishEffect(contest, { ann: 51, bob: 49 } as never, none, counted(0, 10));
    expect(effect).toMatchObject({
      choice: 'ann',
      before: { num: 51, den: 100 },
      after: { num: 51, den: 110 },
      newLeader: 'bob',
      crossings: [
        { choice: 'ann', side: 'under' },
        { choice: 'bob', side: 'over' },
      ],
    });
  });

  it('counts only the difference to what the unit had', () => {
    const effect = publishEffect(
      contest,
      { ann: 51, bob: 49 } as never,
      counted(10, 9),
      counted(10, 9),
    );
    expect(effect).toMatchObject({ after: { num: 51, den: 100 }, crossings: [] });
  });

  it('crosses nothing with the first votes', () => {
    expect(publishEffect(contest, { ann: 0, bob: 0 } as never, none, counted(9, 1))).toMatchObject({
      choice: 'ann',
      before: { den: 0 },
      crossings: [],
    });
  });
});
