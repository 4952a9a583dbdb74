import { expect, it } from 'vitest';
import { leadOf } from '../../shared/night/lead.ts';
import { makeChoice, makeContest } from '../count/make.ts';

it('a lead one vote over the line is over it, however large the numbers', () => {
  const contest = makeContest({
    rule: {
      type: 'share',
      num: 333_333_333,
      den: 1_000_000_000,
      strict: true,
      advance: null,
      onRequest: false,
    },
    choices: ['ann', 'bob', 'cy', 'dee'].map((id) => makeChoice(id)),
  });
  const most = 333_333_334;
  const votes = (dee: number) => ({ ann: most, bob: most, cy: most, dee });
  expect(leadOf(contest, votes(1)).overLine).toBe(true);
  expect(leadOf(contest, votes(2)).overLine).toBe(false);
});
