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

it('of a measure whose line is under half, the side of the line is that of the answer that passes it', () => {
  const contest = makeContest({
    kind: 'measure',
    rule: { type: 'share', num: 2, den: 5, strict: true, advance: null, onRequest: false },
    choices: [makeChoice('yes', 'Yes', { passes: true }), makeChoice('no', 'No')],
  });
  const lead = (yes: number, no: number) => {
    const votes = { yes, no };
    return leadOf(contest, votes);
  };
  expect(lead(410, 590)).toEqual({ leaders: ['no'], overLine: true });
  expect(lead(420, 1_180)).toEqual({ leaders: ['no'], overLine: false });
});
