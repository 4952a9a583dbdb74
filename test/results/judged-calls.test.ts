import { describe, expect, it } from 'vitest';
import type { Call } from '../../shared/count/call.ts';
import { sentenceText } from '../../shared/results/sentence-text.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import { makeChoice, makeContest } from '../count/make.ts';
import { instant, type Left, makeCall, makeDefinition, makeTally, standing } from './make.ts';

const contest = makeContest({
  choices: [makeChoice('ann', 'Ann Adams'), makeChoice('bob', 'Bob Brown'), makeChoice('cy')],
});
const RUNOFF = { ann: 480, bob: 300, cy: 220 };
const WIN = { ann: 600, bob: 300, cy: 100 };

function called(votes: Record<string, number>, call: Call, left: Left = {}): Standing {
  return standing(contest, votes, left, { calls: [call] });
}

describe('a call', () => {
  it.each([
    ['a winner where a runoff is certain', RUNOFF, makeCall('winner', ['ann'])],
    ['another winner than the one who cannot be overtaken', WIN, makeCall('winner', ['bob'])],
    ['a runoff where one cannot be overtaken', WIN, makeCall('runoff', [])],
    ['an advance of one who is out', RUNOFF, makeCall('advance', ['cy'])],
  ])('of %s is contradicted, and the sentence tells what is proved', (_, votes, call) => {
    const { calls, sentence } = called(votes, call);
    expect(calls).toMatchObject([{ ...call, contradicted: true }]);
    expect(sentenceText(sentence, 'en')).not.toContain('calls');
  });

  it.each([
    ['the winner', WIN, makeCall('winner', ['ann'])],
    ['the runoff', RUNOFF, makeCall('runoff', ['ann', 'bob'])],
    ['one place in it', RUNOFF, makeCall('advance', ['bob'])],
    ['that it is too close', WIN, makeCall('too-close', [])],
  ])('of %s is not, where that is proved', (_, votes, call) => {
    expect(called(votes, call).calls).toMatchObject([{ contradicted: false }]);
  });

  it('is not contradicted by what is only likely', () => {
    const { calls } = called(WIN, makeCall('winner', ['bob']), { bound: 5_000, expected: 1 });
    expect(calls).toMatchObject([{ contradicted: false }]);
  });
});

describe('the standing of a test', () => {
  const at = instant('2017-04-25T19:58:00Z');
  const { election, ...definition } = makeDefinition(contest);

  it('says so in its stage and first among its labels, once', () => {
    for (const labels of [['replay'], ['replay', 'test']]) {
      const tested = { ...definition, election: { ...election, stage: 'test' as const, labels } };
      const now = standingOf(tested, makeTally(contest, WIN), { seq: 1, at, nightAt: at });
      expect(now).toMatchObject({ stage: 'test', labels: ['test', 'replay'] });
    }
  });

  it('is told from a live one', () => {
    const now = standingOf({ ...definition, election }, makeTally(contest, WIN), {
      seq: 1,
      at,
      nightAt: at,
    });
    expect(now).toMatchObject({ stage: 'live', labels: ['reconstructed-order'] });
  });
});
