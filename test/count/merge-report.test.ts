import { expect, it } from 'vitest';
import { mergeReport } from '../../shared/count/merge-report.ts';
import { choiceId, makeChoice, makeContest, makeCount, makeReport } from './make.ts';

const contest = makeContest();

it('starts every choice at 0 and leaves unknown what was not said', () => {
  expect(mergeReport(contest, null, makeReport({ bob: 140 }))).toEqual({
    votes: { ann: 0, bob: 140 },
    ballotsCast: null,
    overvotes: null,
    undervotes: null,
    status: 'partial',
  });
});

it('keeps what a report leaves out, and takes its status', () => {
  const before = makeCount({ ann: 312, bob: 140 }, 'partial', { ballotsCast: 820, overvotes: 1 });
  const report = makeReport({ ann: 320 }, { undervotes: 4, status: 'complete' });
  expect(mergeReport(contest, before, report)).toEqual({
    votes: { ann: 320, bob: 140 },
    ballotsCast: 820,
    overvotes: 1,
    undervotes: 4,
    status: 'complete',
  });
});

it('takes zero as a value, for votes and for everything else', () => {
  const before = makeCount({ ann: 312, bob: 140 }, 'complete', {
    ballotsCast: 820,
    overvotes: 1,
    undervotes: 4,
  });
  const report = makeReport(
    { ann: 0, bob: 0 },
    { ballotsCast: 0, overvotes: 0, undervotes: 0, status: 'none' },
  );
  expect(mergeReport(contest, before, report)).toEqual({
    votes: { ann: 0, bob: 0 },
    ballotsCast: 0,
    overvotes: 0,
    undervotes: 0,
    status: 'none',
  });
});

it('gives a choice that was added in mid-night, and one called constructor, 0 votes at first', () => {
  const grown = makeContest({
    choices: [...contest.choices, makeChoice('cyd'), makeChoice('constructor')],
  });
  const merged = mergeReport(grown, makeCount({ ann: 312, bob: 140 }), makeReport({ ann: 313 }));
  expect(merged.votes).toEqual({ ann: 313, bob: 140, cyd: 0, constructor: 0 });
});

it('writes the choices in ballot order, whatever order they were sent in', () => {
  const merged = mergeReport(contest, null, makeReport({ bob: 1, ann: 2 }));
  expect(Object.keys(merged.votes)).toEqual(['ann', 'bob']);
});

it('leaves the count before and the report as they were', () => {
  const before = Object.freeze(makeCount(Object.freeze({ ann: 1, bob: 2 })));
  const report = Object.freeze(makeReport({ ann: 5 }));
  mergeReport(contest, before, report);
  expect(before.votes).toEqual({ ann: 1, bob: 2 });
  expect([...report.votes]).toEqual([[choiceId('ann'), 5]]);
});
