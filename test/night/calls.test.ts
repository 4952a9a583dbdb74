import { describe, expect, it } from 'vitest';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { CallType } from '../../shared/count/call.ts';
import type { Contest } from '../../shared/election/contest.ts';
import { isHidden } from '../../shared/night/hidden-bodies.ts';
import { makeChoice } from '../count/make.ts';
import {
  eve,
  kay,
  MAYOR,
  makeElection,
  makeMayor,
  makeNight,
  max,
  type Night,
} from './make-night.ts';

function propose(call: CallType, choices: readonly string[] = [], callId = 'c1') {
  return {
    type: 'propose-call',
    callId,
    contest: MAYOR,
    call,
    choices: choices as readonly ChoiceId[],
    source: 'AP',
    reason: null,
    by: eve,
  } as const;
}

function confirm(night: Night, callId = 'c1', by = max) {
  return { type: 'confirm-call', callId, seq: night.board.seq, by } as const;
}

const suspend = {
  type: 'suspend-call',
  callId: 's1',
  contest: MAYOR,
  retracts: 'c1',
  reason: 'misread the file',
  by: eve,
} as const;
const retract = { type: 'confirm-retraction', callId: 's1', by: max } as const;
const reinstate = {
  type: 'reinstate-call',
  callId: 's1',
  reason: 'the file was right',
  by: max,
} as const;

function calledNight(): Night {
  const night = makeNight();
  night.give(propose('winner', ['ann']));
  night.give(confirm(night));
  return night;
}

describe('a call', () => {
  it('is public only once a second person has confirmed it', () => {
    const night = makeNight();
    const { seq } = night.state();
    expect(night.outcome(propose('winner', ['ann']))).toBe('proposed');
    expect(night.tally().calls).toEqual([]);
    expect(night.state().seq).toBe(seq);
    expect(isHidden(night.board, 2)).toBe(true);
    expect(night.outcome(confirm(night, 'c1', eve))).toBe('same-person');
    night.wait(1000);
    expect(night.outcome(confirm(night))).toBe('confirmed');
    expect(isHidden(night.board, 2)).toBe(false);
    expect(night.tally().calls).toEqual([
      {
        callId: 'c1',
        type: 'winner',
        choices: ['ann'],
        source: 'AP',
        reason: null,
        nightAt: '2026-11-04T00:00:01.000Z',
        seq: 3,
        state: 'public',
        retraction: null,
      },
    ]);
    expect(night.tally().lastChange).toMatchObject({ kind: 'call', seq: 3 });
  });

  it('sent again, or confirmed again, changes nothing', () => {
    const night = calledNight();
    expect(night.outcome(propose('winner', ['ann']))).toBe('confirmed before');
    expect(night.outcome(confirm(night))).toBe('confirmed before');
    expect(night.outcome(propose('winner', ['bob']))).toBe('id-reused');
    expect(night.board.seq).toBe(3);
  });

  it('is not confirmed where the leader has changed since the confirming person looked', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 10, bob: 5 } });
    night.give(propose('winner', ['ann']));
    const seen = confirm(night);
    night.report(kay, { reportId: 'b', votes: { bob: 20 } });
    expect(night.outcome(seen)).toBe('conflict');
    expect(night.outcome(confirm(night))).toBe('confirmed');
  });

  it('is not confirmed where the leader has crossed the line since', () => {
    const choices = [makeChoice('ann'), makeChoice('bob'), makeChoice('cy')];
    const night = makeNight(makeElection({ contests: [makeMayor({ choices })] }));
    night.report(kay, { reportId: 'a', votes: { ann: 11, bob: 5, cy: 5 } });
    night.give(propose('winner', ['ann']));
    const seen = confirm(night);
    night.report(kay, { reportId: 'b', votes: { cy: 7 } });
    expect(night.outcome(seen)).toBe('conflict');
  });

  it('is confirmed where more has come and the leader and its side are the same', () => {
    const night = makeNight();
    night.report(kay, { reportId: 'a', votes: { ann: 10, bob: 5 } });
    night.give(propose('winner', ['ann']));
    const seen = confirm(night);
    night.report(kay, { reportId: 'b', votes: { ann: 11, bob: 6 } });
    expect(night.outcome(seen)).toBe('confirmed');
  });

  it('is confirmed for a place in the record that there is', () => {
    const night = makeNight();
    night.give(propose('winner', ['ann']));
    expect(night.outcome({ ...confirm(night), seq: 1000 })).toBe('invalid');
    expect(night.outcome({ ...confirm(night), callId: 'c9' })).toBe('unknown-call');
  });

  it.each([
    ['unknown-choice', propose('winner', ['zoe'])],
    ['unknown-choice', propose('winner', ['constructor'])],
    ['invalid', propose('winner')],
    ['invalid', propose('advance')],
    ['invalid', propose('too-close', ['ann', 'ann'])],
    ['unknown-contest', { ...propose('winner', ['ann']), contest: 'x' as typeof MAYOR }],
  ])('is refused (%s): %j', (code, command) => {
    expect(makeNight().outcome(command)).toBe(code);
  });
});

describe('calls that the rule makes impossible', () => {
  const choices = [
    makeChoice('ann'),
    makeChoice('bob'),
    makeChoice('cy'),
    makeChoice('write-ins', 'Write-ins', { writeIn: true, eligible: false }),
  ];
  function outcomeOf(rule: Contest['rule'], ...calls: ReturnType<typeof propose>[]): string {
    const night = makeNight(makeElection({ contests: [makeMayor({ rule, choices })] }));
    let outcome = '';
    for (const [at, call] of calls.entries()) {
      const callId = `c${at}`;
      outcome = night.outcome({ ...call, callId });
      if (outcome === 'proposed') outcome = night.outcome(confirm(night, callId));
    }
    return outcome;
  }
  const majority = { type: 'majority', advance: 2, onRequest: false } as const;

  it('two winners of one seat', () => {
    expect(outcomeOf(majority, propose('winner', ['ann', 'bob']))).toBe('impossible');
    expect(outcomeOf(majority, propose('winner', ['ann']), propose('winner', ['bob']))).toBe(
      'impossible',
    );
    const twoSeats = { type: 'plurality', seats: 2 } as const;
    expect(outcomeOf(twoSeats, propose('winner', ['ann']), propose('winner', ['bob']))).toBe(
      'confirmed',
    );
    expect(outcomeOf(twoSeats, propose('winner', ['ann', 'cy']), propose('winner', ['bob']))).toBe(
      'impossible',
    );
  });

  it('more than N that advance', () => {
    expect(outcomeOf(majority, propose('advance', ['ann', 'bob', 'cy']))).toBe('impossible');
    expect(
      outcomeOf(majority, propose('advance', ['ann']), propose('advance', ['bob', 'cy'])),
    ).toBe('impossible');
    expect(outcomeOf(majority, propose('advance', ['ann']), propose('advance', ['bob']))).toBe(
      'confirmed',
    );
  });

  it('an advance or a runoff where nobody advances, a winner where all do', () => {
    const plurality = { type: 'plurality', seats: 1 } as const;
    expect(outcomeOf(plurality, propose('advance', ['ann']))).toBe('impossible');
    expect(outcomeOf(plurality, propose('runoff'))).toBe('impossible');
    const topTwo = { type: 'top-n', advance: 2 } as const;
    expect(outcomeOf(topTwo, propose('winner', ['ann']))).toBe('impossible');
    expect(outcomeOf(topTwo, propose('advance', ['ann', 'bob']))).toBe('confirmed');
  });

  it('a choice that can neither win nor advance', () => {
    expect(outcomeOf(majority, propose('winner', ['write-ins']))).toBe('impossible');
  });

  it('a winner beside a runoff, either way round', () => {
    expect(outcomeOf(majority, propose('runoff'), propose('winner', ['ann']))).toBe('impossible');
    expect(outcomeOf(majority, propose('winner', ['ann']), propose('runoff'))).toBe('impossible');
  });

  it('but several desks may call the same', () => {
    expect(outcomeOf(majority, propose('winner', ['ann']), propose('winner', ['ann']))).toBe(
      'confirmed',
    );
    expect(
      outcomeOf(majority, propose('runoff', ['ann', 'bob']), propose('runoff', ['bob', 'ann'])),
    ).toBe('confirmed');
    expect(outcomeOf(majority, propose('too-early'), propose('winner', ['ann']))).toBe('confirmed');
  });
});

describe('a call that one editor suspends', () => {
  it('is under review at once', () => {
    const night = calledNight();
    expect(night.outcome(suspend)).toBe('suspended');
    expect(night.tally().calls).toMatchObject([
      {
        state: 'under-review',
        retraction: null,
        suspended: { nightAt: '2026-11-04T00:00:00.000Z', reason: 'misread the file' },
      },
    ]);
    expect(night.outcome(suspend)).toBe('suspended before');
  });

  it('is retracted, with its reason, once a second person confirms it', () => {
    const night = calledNight();
    night.give(suspend);
    expect(night.outcome({ ...retract, by: eve })).toBe('same-person');
    expect(night.outcome(retract)).toBe('retracted');
    const retraction = { nightAt: '2026-11-04T00:00:00.000Z', reason: 'misread the file' };
    expect(night.tally().calls).toMatchObject([{ state: 'retracted', retraction }]);
    expect(night.outcome(retract)).toBe('retracted before');
    expect(night.outcome(reinstate)).toBe('conflict');
    expect(night.outcome({ ...suspend, callId: 's2' })).toBe('conflict');
  });

  it("stands again once a second person reinstates it, by its own id or the retraction's", () => {
    for (const callId of ['s1', 'c1']) {
      const night = calledNight();
      night.give(suspend);
      expect(night.outcome({ ...reinstate, callId, by: eve })).toBe('same-person');
      expect(night.outcome({ ...reinstate, callId, reason: '' })).toBe('reason-needed');
      expect(night.outcome({ ...reinstate, callId })).toBe('reinstated');
      expect(night.tally().calls).toMatchObject([
        {
          state: 'public',
          retraction: null,
          suspended: { reason: 'misread the file' },
          reinstated: { nightAt: '2026-11-04T00:00:00.000Z', reason: 'the file was right' },
        },
      ]);
      expect(night.outcome({ ...reinstate, callId })).toBe('reinstated before');
      expect(night.outcome(retract)).toBe('conflict');
    }
  });

  it('leaves its place to another only once it is retracted', () => {
    const night = calledNight();
    night.give(suspend);
    expect(night.outcome(propose('winner', ['bob'], 'c2'))).toBe('impossible');
    night.give(retract);
    expect(night.outcome(propose('winner', ['bob'], 'c2'))).toBe('proposed');
  });

  it('must be a public call of the contest, and there must be a reason', () => {
    const night = calledNight();
    expect(night.outcome({ ...suspend, retracts: 'c9' })).toBe('unknown-call');
    expect(night.outcome({ ...suspend, callId: 'c1' })).toBe('id-reused');
    expect(night.outcome({ ...suspend, reason: ' ' })).toBe('reason-needed');
    expect(night.outcome({ ...retract, callId: 's9' })).toBe('unknown-call');
    night.give(suspend);
    expect(night.outcome(propose('winner', ['ann'], 's1'))).toBe('id-reused');
  });
});
