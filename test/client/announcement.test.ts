import { describe, expect, it } from 'vitest';
import { announcementOf, urgentOf } from '../../client/watch/announcement.ts';
import type { Call } from '../../shared/count/call.ts';
import { makeChoice, makeContest } from '../count/make.ts';
import { instant, makeCall, makeDefinition, standing } from '../results/make.ts';

const CONTEST = makeContest({
  choices: [makeChoice('ann', 'Ann Adams'), makeChoice('bob', 'Bob Brown'), makeChoice('cy')],
});
const DEFINITION = makeDefinition(CONTEST);
const LEFT = { bound: null, expected: 100 };

function counted(votes: Record<string, number>, calls: readonly Call[] = []) {
  return standing(CONTEST, votes, LEFT, { calls });
}

describe('what is read out', () => {
  it('is the state in a breath', () => {
    expect(announcementOf(DEFINITION, counted({ ann: 502, bob: 398 }), 'en')).toBe(
      'Adams 55.8%, over the line. 90% of expected vote counted.',
    );
  });

  it('does not wait where the line is crossed', () => {
    const [over, under] = [counted({ ann: 52, bob: 48 }), counted({ ann: 52, bob: 48, cy: 9 })];
    expect(urgentOf(DEFINITION, over, under, 'en')).toBe('Adams is now under the line, at 47.7%.');
    expect(urgentOf(DEFINITION, over, over, 'en')).toBeNull();
  });

  it('says of a call what has become of it', () => {
    const step = { nightAt: instant('2017-04-19T05:10:00Z'), reason: 'misread' };
    const call = makeCall('winner', ['ann']);
    const states: readonly (readonly [Partial<Call>, string])[] = [
      [{}, 'Call: Won: Adams.'],
      [{ state: 'under-review', suspended: step }, 'Call: Won: Adams. Under review.'],
      [{ suspended: step, reinstated: step }, 'Call: Won: Adams. Call stands again.'],
      [{ state: 'under-review', suspended: step }, 'Call: Won: Adams. Under review.'],
      [
        { state: 'retracted', retraction: step },
        'Call: Won: Adams. Retracted at 1:10 am: misread.',
      ],
    ];
    let before = counted({ ann: 52, bob: 48 });
    for (const [parts, said] of states) {
      const now = counted({ ann: 52, bob: 48 }, [{ ...call, ...parts }]);
      expect(urgentOf(DEFINITION, before, now, 'en')).toBe(said);
      before = now;
    }
  });
});
