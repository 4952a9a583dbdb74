import { describe, expect, it } from 'vitest';
import { emptyTally } from '../../shared/count/empty-tally.ts';
import { isHidden } from '../../shared/night/hidden-bodies.ts';
import { isClosingDue } from '../../shared/night/is-closing-due.ts';
import { nightTime } from '../../shared/night/night-time.ts';
import { makeUnit } from '../count/make.ts';
import {
  ada,
  ELECTION,
  eve,
  instant,
  kay,
  MAYOR,
  makeElection,
  makeMayor,
  makeNight,
  max,
  NORTH,
  SOUTH,
  writer,
} from './make-night.ts';

const CLOSE = instant('2026-11-04T00:30:00Z');
const contest = makeMayor({ pollsClose: CLOSE });
const embargoed = makeElection({ contests: [contest] });
const close = { type: 'close-polls', contest: MAYOR, doubted: false, by: writer } as const;
const proposal = {
  type: 'propose-call',
  callId: 'c',
  contest: MAYOR,
  call: 'too-early',
  choices: [],
  source: null,
  reason: null,
  by: eve,
} as const;
const confirm = { type: 'confirm-closing', contest: MAYOR, by: eve } as const;

describe('before the polls close', () => {
  it('a report is accepted and counted, but nothing of it is public', () => {
    const night = makeNight(embargoed);
    const { seq } = night.state();
    expect(night.report(kay, { votes: { ann: 5 } })).toMatchObject({ outcome: 'accepted' });
    expect(night.state().cells.get(NORTH)?.get('election-day')?.votes).toEqual({ ann: 5, bob: 0 });
    expect(night.tally()).toEqual(emptyTally(contest));
    expect(night.state().seq).toBe(seq);
    expect(isHidden(night.board, 2)).toBe(true);
  });

  it('the number of holds is 0, also where a report is held', () => {
    const night = makeNight(embargoed);
    night.report(kay, { votes: { ann: 2000 } });
    expect(night.tally()).toEqual(emptyTally(contest));
  });

  it('a released report stays as hidden as an accepted one', () => {
    const night = makeNight(embargoed);
    night.report(kay, { votes: { ann: 2000 } });
    night.give({ type: 'release-hold', holdId: night.pendingHold(), by: eve });
    expect([2, 3].map((seq) => isHidden(night.board, seq))).toEqual([true, true]);
    expect(night.tally()).toEqual(emptyTally(contest));
    night.turnTo(CLOSE);
    night.give(close);
    expect([2, 3].map((seq) => isHidden(night.board, seq))).toEqual([false, false]);
    expect(night.votes()).toEqual({ ann: 2000, bob: 0 });
  });

  it('they cannot be closed, nor their closing confirmed', () => {
    const night = makeNight(embargoed);
    expect(night.outcome(close)).toBe('polls-open');
    expect(night.outcome(confirm)).toBe('polls-open');
  });

  it('nobody is called', () => {
    const night = makeNight(embargoed);
    const call = {
      type: 'propose-call',
      callId: 'c',
      contest: MAYOR,
      call: 'too-early',
      choices: [],
      source: null,
      reason: null,
      by: eve,
    } as const;
    expect(night.outcome(call)).toBe('polls-open');
  });

  it('notices and locks are public all the same', () => {
    const night = makeNight(embargoed);
    const text = { en: 'Polls in North stay open until 8.' };
    night.give({ type: 'post-notice', noticeId: 'n', contest: MAYOR, text, since: null, by: eve });
    expect(night.tally().notices).toMatchObject([{ text }]);
  });
});

describe('when the polls close', () => {
  it('all that was counted is public, and what is held counts as holds', () => {
    const night = makeNight(embargoed);
    night.report(kay, { reportId: 'a', votes: { ann: 5 } });
    night.wait(60_000);
    night.report(kay, { reportId: 'b', unit: SOUTH, votes: { bob: 7 } });
    night.report(kay, { reportId: 'c', unit: SOUTH, method: 'early', votes: { bob: 2000 } });
    night.turnTo(CLOSE);
    expect(night.outcome(close)).toBe('closed');
    expect(night.tally()).toMatchObject({
      open: true,
      votes: { ann: 5, bob: 7 },
      holds: 1,
      asOf: '2026-11-04T00:01:00.000Z',
      corrections: [],
      lastChange: { kind: 'polls-closed', seq: 5 },
    });
    expect([2, 3, 4].map((seq) => isHidden(night.board, seq))).toEqual([false, false, true]);
    expect(night.outcome(close)).toBe('closed before');
  });

  it('what comes afterwards is public at once', () => {
    const night = makeNight(embargoed);
    night.turnTo(CLOSE);
    night.give(close);
    night.report(kay, { votes: { ann: 5 } });
    expect(night.votes()).toEqual({ ann: 5, bob: 0 });
    expect(isHidden(night.board, 3)).toBe(false);
  });

  it('the last unit that closes decides', () => {
    const late = instant('2026-11-04T01:00:00Z');
    const units = [makeUnit(NORTH), makeUnit(SOUTH, { pollsClose: late })];
    const night = makeNight(makeElection({ contests: [makeMayor({ pollsClose: CLOSE, units })] }));
    night.turnTo(CLOSE);
    expect(isClosingDue(night.board, night.state(), CLOSE)).toBe(false);
    expect(night.outcome(close)).toBe('polls-open');
    night.turnTo(late);
    expect(isClosingDue(night.board, night.state(), late)).toBe(true);
    expect(night.outcome(close)).toBe('closed');
  });

  it('a contest without a closing time has no embargo', () => {
    const night = makeNight();
    expect(night.tally().open).toBe(true);
    expect(night.outcome(close)).toBe('closed before');
  });
});

describe('a closing that is doubted, because the clock jumped', () => {
  it('opens nothing until a person confirms it', () => {
    const night = makeNight(embargoed);
    night.report(kay, { votes: { ann: 5 } });
    night.turnTo(CLOSE);
    expect(night.outcome({ ...close, doubted: true })).toBe('doubted');
    expect(night.outcome(close)).toBe('doubted before');
    expect(night.tally()).toEqual(emptyTally(contest));
    expect(night.outcome(confirm)).toBe('closed');
    expect(night.votes()).toEqual({ ann: 5, bob: 0 });
    expect(night.outcome(confirm)).toBe('closed before');
  });

  it('is looked at anew once the closing is amended', () => {
    const night = makeNight(embargoed);
    night.turnTo(CLOSE);
    night.give({ ...close, doubted: true });
    const pollsClose = instant('2026-11-04T00:45:00Z');
    const amend = { type: 'amend', amendId: 'a', contest: MAYOR, reason: 'kept open' } as const;
    expect(night.outcome({ ...amend, changes: { pollsClose }, by: max })).toBe('amended');
    expect(isClosingDue(night.board, night.state(), CLOSE)).toBe(false);
    expect(isClosingDue(night.board, night.state(), pollsClose)).toBe(true);
  });
});

describe('polls that are amended to close later', () => {
  it('hide nothing that was public', () => {
    const night = makeNight(embargoed);
    night.turnTo(CLOSE);
    night.give(close);
    night.report(kay, { votes: { ann: 5 } });
    const changes = { pollsClose: instant('2026-11-04T02:00:00Z') };
    night.give({ type: 'amend', amendId: 'a', contest: MAYOR, changes, reason: 'x', by: eve });
    expect(night.tally()).toMatchObject({ open: true, votes: { ann: 5 } });
  });
});

describe('a closing that is set after the contest was open, and before it has votes', () => {
  const LATER = instant('2026-11-04T02:00:00Z');
  const amendment = { type: 'amend', amendId: 'a', contest: MAYOR, reason: 'x', by: eve } as const;
  const closing = { ...amendment, changes: { pollsClose: LATER } } as const;
  const loading = (pollsClose: typeof LATER, units = contest.units) => ({
    type: 'load-election' as const,
    election: makeElection({ contests: [makeMayor({ pollsClose, units })] }),
    reset: false,
    by: ada,
  });

  it.each([
    ['by an amendment', closing, 'amended'],
    ['by a file that had forgotten it', loading(LATER), 'loaded'],
  ] as const)('%s, is waited for', (_how, command, answer) => {
    const night = makeNight();
    night.report(kay, { votes: { ann: 0, bob: 0 }, unit: SOUTH, reportId: 's' });
    expect(night.outcome(command)).toBe(answer);
    night.report(kay, { votes: { ann: 5 } });
    expect(night.votes()).toEqual({ ann: 0, bob: 0 });
    expect(night.outcome(close)).toBe('polls-open');
    night.turnTo(LATER);
    expect(night.outcome(close)).toBe('closed');
    expect(night.votes()).toEqual({ ann: 5, bob: 0 });
  });

  it('is waited for where the first one was a day too early', () => {
    const night = makeNight(embargoed);
    night.turnTo(CLOSE);
    night.give(close);
    expect(night.outcome(loading(LATER))).toBe('loaded');
    expect(night.tally().open).toBe(false);
    night.report(kay, { votes: { ann: 2000 } });
    expect(night.tally()).toMatchObject({ open: false, holds: 0 });
    expect(night.outcome(proposal)).toBe('polls-open');
  });

  it('hides no hold that was told of, but those of what is not public', () => {
    const night = makeNight();
    night.report(kay, { votes: { ann: 2000 } });
    expect(night.tally().holds).toBe(1);
    expect(night.outcome(closing)).toBe('amended');
    expect(night.tally()).toMatchObject({ open: false, holds: 0 });
    night.turnTo(LATER);
    night.give(close);
    expect(night.tally().holds).toBe(1);
  });

  it('is waited for in a precinct that is new, and what closed stays public', () => {
    const night = makeNight(embargoed);
    night.turnTo(CLOSE);
    night.give(close);
    night.report(kay, { votes: { ann: 5 } });
    const west = 'hill/west' as typeof NORTH;
    const units = [...contest.units, makeUnit(west, { pollsClose: LATER })];
    expect(night.outcome(loading(CLOSE, units))).toBe('loaded');
    night.report(kay, { reportId: 'w', unit: west, votes: { bob: 7 } });
    expect(night.votes()).toEqual({ ann: 5, bob: 0 });
    expect(night.outcome(proposal)).toBe('polls-open');
    night.turnTo(LATER);
    night.give(close);
    expect(night.votes()).toEqual({ ann: 5, bob: 7 });
  });

  it('changes nothing where that time is over', () => {
    const night = makeNight();
    night.turnTo(LATER);
    expect(night.outcome(closing)).toBe('amended');
    night.report(kay, { votes: { ann: 5 } });
    expect(night.votes()).toEqual({ ann: 5, bob: 0 });
  });
});

describe('the clock of a night', () => {
  const setClock = {
    type: 'set-clock',
    election: ELECTION,
    nightAt: instant('2017-04-18T23:50:00Z'),
    rate: 60,
    by: ada,
  } as const;

  it('is set for a test, a replay or a reconstruction only', () => {
    const outcomeFor = (parts: Parameters<typeof makeElection>[0]) =>
      makeNight(makeElection(parts)).outcome(setClock);
    expect(outcomeFor({})).toBe('not-allowed');
    expect(outcomeFor({ labels: ['projection'] })).toBe('not-allowed');
    expect(outcomeFor({ stage: 'test' })).toBe('set');
    expect(outcomeFor({ labels: ['replay'] })).toBe('set');
    expect(outcomeFor({ labels: ['reconstructed-order'] })).toBe('set');
    expect(outcomeFor({ labels: ['reconstruction'] })).toBe('set');
    expect(makeNight(null).outcome(setClock)).toBe('unknown-election');
  });

  it('runs on from there at its rate, for all that is dated by it', () => {
    const night = makeNight(makeElection({ labels: ['replay'] }));
    night.give(setClock);
    night.wait(10_000);
    night.report(kay, { votes: { ann: 1 } });
    expect(night.tally()).toMatchObject({
      asOf: '2017-04-19T00:00:00.000Z',
      clock: { at: '2026-11-04T00:00:00.000Z', nightAt: '2017-04-18T23:50:00.000Z', rate: 60 },
    });
    expect(night.entries.at(-1)?.at).toBe('2026-11-04T00:00:10.000Z');
  });

  it('refuses a rate that is none', () => {
    const night = makeNight(makeElection({ stage: 'test' }));
    for (const rate of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(night.outcome({ ...setClock, rate })).toBe('invalid');
    }
  });

  it('that shows it already is not set again', () => {
    const night = makeNight(makeElection({ stage: 'test' }));
    night.give(setClock);
    expect(night.outcome(setClock)).toBe('set before');
    night.wait(1);
    expect(night.outcome(setClock)).toBe('set');
  });

  it("is the server's where it was never set", () => {
    const at = instant('2026-11-04T00:00:00Z');
    expect(nightTime({ at: null, nightAt: null, rate: 1 }, at)).toBe(at);
  });

  it('closes no polls of a recorded night before it is set', () => {
    const recorded = makeElection({ labels: ['reconstructed-order'], contests: [contest] });
    const night = makeNight(recorded);
    night.turnTo(instant('2030-01-01T00:00:00Z'));
    const now = instant('2030-01-01T00:00:00Z');
    expect(isClosingDue(night.board, night.state(), now)).toBe(false);
    expect(night.outcome(close)).toBe('polls-open');
    night.give({ ...setClock, nightAt: CLOSE });
    expect(night.outcome(close)).toBe('closed');
  });

  it("in the record never runs backwards, also where the server's does", () => {
    const night = makeNight();
    night.wait(60_000);
    night.report(kay, { reportId: 'a', votes: { ann: 1 } });
    night.wait(-3_600_000);
    night.report(kay, { reportId: 'b', votes: { ann: 2 } });
    expect(night.entries.map(({ at }) => at)).toEqual([
      '2026-11-04T00:00:00.000Z',
      '2026-11-04T00:01:00.000Z',
      '2026-11-04T00:01:00.000Z',
    ]);
  });
});
