import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AccountId, ChoiceId } from '../../shared/basics/ids.ts';
import type { Call } from '../../shared/count/call.ts';
import type { DeskCall, DeskReview } from '../../shared/wire/desk-messages.ts';
import { makeLate } from '../count/make.ts';
import { MAYOR, minute } from '../live/make-live.ts';
import { EDITH, EVE, makeMayor } from './make-desk.ts';
import { type OpenDesk, openDesk } from './open-desk.tsx';

afterEach(cleanup);

const ANN = 'ann' as ChoiceId;
const BOB = 'bob' as ChoiceId;
/** Everything is counted: a runoff of Ann and Bob is certain. */
const counted = (ann: number, bob: number, cole: number) => ({
  votes: { [ANN]: ann, [BOB]: bob, ['constructor' as ChoiceId]: cole },
  ballots: ann + bob + cole,
});
const contest = makeMayor({
  rule: { type: 'majority', advance: 2, onRequest: false },
  late: [],
  lateNone: 'all by mail',
});
const open = (votes: [number, number, number] = [480, 300, 220]) =>
  openDesk({ contest, tally: { ...counted(...votes), open: true } });

function proposal(parts: Partial<DeskCall> = {}): DeskCall {
  return {
    callId: 'c1',
    contest: MAYOR,
    type: 'winner',
    choices: [ANN],
    source: 'AP',
    reason: null,
    seq: 5,
    by: { id: 'max' as AccountId, name: 'Max' },
    leadChanged: false,
    ...parts,
  };
}

function call(parts: Partial<Call> = {}): Call {
  const { callId, type, choices, source, reason } = proposal();
  const made = { callId, type, choices, source, reason, nightAt: minute(40), seq: 6 };
  return { ...made, state: 'public', retraction: null, ...parts };
}

const press = async (name: string) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const dialog = () => screen.getByRole('dialog');

describe('an editor proposes a call', () => {
  it('by its kind, who, the source and why', async () => {
    const { server } = await open();
    await press('Propose a call');
    fireEvent.click(screen.getByRole('radio', { name: 'Runoff' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Archer/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Brown/ }));
    type('Who says so', 'AP');
    type('Why', 'all in');
    await press('Propose it');
    expect(server.given).toEqual([
      [
        '/calls',
        {
          callId: 'report-1',
          contest: 'mayor',
          type: 'runoff',
          choices: ['ann', 'bob'],
          source: 'AP',
          reason: 'all in',
        },
      ],
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('and needs a name where the call is of somebody', async () => {
    await open();
    await press('Propose a call');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Propose it' });
    expect(button.disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: /Archer/ }));
    expect(button.disabled).toBe(false);
  });

  it('is told why it is refused, in the server’s words, and nothing of it is lost', async () => {
    const { server } = await open();
    server.givenAnswer = () => ({
      ok: false,
      code: 'impossible',
      message: 'that would be 2 for 1 place',
    });
    await press('Propose a call');
    fireEvent.click(screen.getByRole('checkbox', { name: /Archer/ }));
    await press('Propose it');
    expect(screen.getByRole('alert').textContent).toBe('that would be 2 for 1 place');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Archer/ }).checked).toBe(true);
  });

  it('sends the same call again where the answer was lost', async () => {
    const { server } = await open();
    server.givenAnswer = () => ({ ok: false, code: 'unanswered', message: '' });
    await press('Propose a call');
    fireEvent.click(screen.getByRole('radio', { name: 'Too close to call' }));
    await press('Propose it');
    expect(screen.getByRole('alert').textContent).toContain('did not answer');
    server.givenAnswer = () => ({ ok: true, state: 'proposed' });
    await press('Propose it');
    expect(server.given[0]).toEqual(server.given[1]);
  });

  it('cannot before the polls have closed', async () => {
    await openDesk({ contest, tally: { open: false } });
    expect(screen.getByText(/before the last polls have closed/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Propose a call' })).toBeNull();
  });

  it('and who only enters, never', async () => {
    await openDesk({
      contest,
      before(server) {
        server.person = EVE;
      },
    });
    expect(screen.queryByRole('button', { name: 'Propose a call' })).toBeNull();
  });
});

describe('what the arithmetic says stands beside', () => {
  async function said(kind: string, ...names: string[]) {
    await press('Propose a call');
    fireEvent.click(screen.getByRole('radio', { name: kind }));
    for (const name of names) {
      fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(name) }));
    }
    return screen.getByRole('heading', { name: 'What the arithmetic says' }).parentElement;
  }

  const allCounted = {
    ...counted(480, 300, 220),
    units: { complete: 2, partial: 0, none: 0 },
  };

  it('warns plainly of a call that it contradicts', async () => {
    await openDesk({ contest, tally: { ...allCounted, open: true, out: nothingOut } });
    expect((await said('Winner', 'Archer'))?.textContent).toContain(
      'The arithmetic contradicts this call.',
    );
  });

  it('says of a call that it is proved', async () => {
    await openDesk({ contest, tally: { ...allCounted, open: true, out: nothingOut } });
    const text = (await said('Runoff', 'Archer', 'Brown'))?.textContent;
    expect(text).toContain('The arithmetic proves it.');
    expect(text).toContain('A runoff is certain');
  });

  it('says what they can still come to where nothing is proved', async () => {
    await openDesk({
      contest: makeMayor({ rule: contest.rule, late: [makeLate('provisional', null)] }),
      tally: { ...allCounted, open: true },
    });
    const text = (await said('Winner', 'Archer'))?.textContent;
    expect(text).toContain('does not prove it yet');
    expect(text).toContain(
      'Archer has 48.0% of the votes counted and can still finish between 15.9% and 82.8%.',
    );
  });
});

const nothingOut = {
  incomplete: 0,
  byGroup: { registration: 0, turnout: 0, unknown: 0 },
  byRegistration: { ballots: 0, unknown: 0, overBound: 0 },
  overBound: 0,
  expected: 0,
  expectedUnknown: 0,
  overExpected: 0,
};

describe('the second editor', () => {
  async function look(desk: OpenDesk, parts: Partial<DeskCall> = {}) {
    act(() => desk.tools.tellDecisions({ calls: [proposal(parts)] }));
    await press('Look and confirm');
  }

  it('sees who proposed it and on whose word, and confirms what was seen', async () => {
    const desk = await open([600, 300, 100]);
    await desk.change({});
    await look(desk);
    expect(dialog().textContent).toContain('Source: AP, proposed by Max');
    expect(dialog().textContent).toContain('Archer now60.0%');
    await press('Make it public');
    expect(desk.server.given).toEqual([['/calls/c1/confirm', { seq: 1 }]]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('confirms the numbers that were looked at, also where more have come since', async () => {
    const desk = await open([600, 300, 100]);
    await look(desk);
    await desk.change(counted(660, 330, 110));
    await press('Make it public');
    expect(desk.server.given).toEqual([['/calls/c1/confirm', { seq: 0 }]]);
  });

  it('has to look again once the lead is another, with both numbers shown', async () => {
    const desk = await open([600, 300, 100]);
    await look(desk);
    await desk.change(counted(600, 500, 200));
    expect(dialog().textContent).toContain('Archer when you looked60.0%');
    expect(dialog().textContent).toContain('Archer now46.2%');
    expect(screen.queryByRole('button', { name: 'Make it public' })).toBeNull();
    await press('I have looked again');
    await press('Make it public');
    expect(desk.server.given).toEqual([['/calls/c1/confirm', { seq: 1 }]]);
  });

  it('has to look again where the server knew of the change first', async () => {
    const desk = await open([600, 300, 100]);
    desk.server.givenAnswer = () => ({
      ok: false,
      code: 'conflict',
      message: 'the leader, or its side of the line, has changed since then: look again',
    });
    await look(desk);
    await press('Make it public');
    expect(within(dialog()).getAllByRole('alert')[0]?.textContent).toMatch(/look again/i);
    expect(screen.queryByRole('button', { name: 'Make it public' })).toBeNull();
  });

  it('is warned of a lead that changed after the proposal', async () => {
    const desk = await open();
    act(() => desk.tools.tellDecisions({ calls: [proposal({ leadChanged: true })] }));
    expect(screen.getByText(/is another since it was proposed/)).toBeDefined();
    expect(screen.getByRole('banner').textContent).toContain('1 waits for you');
  });

  it('is never who proposed it', async () => {
    const desk = await open();
    const by = { id: EDITH.id as AccountId, name: 'Edith' };
    act(() => desk.tools.tellDecisions({ calls: [proposal({ by })] }));
    expect(screen.getByText(/another editor confirms it/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Look and confirm' })).toBeNull();
    expect(screen.getByRole('banner').textContent).not.toContain('waits for you');
  });
});

describe('a public call', () => {
  it('is put under review at once, with a reason', async () => {
    const { server } = await openDesk({ contest, tally: { calls: [call()] } });
    await press('Put under review');
    type('Why it is put under review', 'AP takes it back');
    await press('Put under review at once');
    expect(server.given).toEqual([
      [
        '/calls',
        {
          callId: 'report-1',
          contest: 'mayor',
          type: 'retract',
          retracts: 'c1',
          reason: 'AP takes it back',
        },
      ],
    ]);
  });

  describe('under review', () => {
    const review: DeskReview = {
      callId: 'r1',
      retracts: 'c1',
      contest: MAYOR,
      reason: 'AP takes it back',
      by: { id: 'max' as AccountId, name: 'Max' },
    };
    const openReviewed = async (by = review.by) => {
      const desk = await openDesk({
        contest,
        tally: { calls: [call({ state: 'under-review' })] },
      });
      act(() => desk.tools.tellDecisions({ reviews: [{ ...review, by }] }));
      return desk;
    };

    it('is retracted by a second editor', async () => {
      const { server } = await openReviewed();
      expect(screen.getByText('Under review, by Max: AP takes it back')).toBeDefined();
      await press('Retract it');
      expect(server.given).toEqual([['/calls/r1/confirm', {}]]);
    });

    it('or stands again, with a reason', async () => {
      const { server } = await openReviewed();
      await press('Let it stand');
      type('Why it stands', 'AP has said it again');
      await press('Let it stand');
      expect(server.given).toEqual([['/calls/r1/reinstate', { reason: 'AP has said it again' }]]);
    });

    it('is not decided by who put it there', async () => {
      await openReviewed({ id: EDITH.id as AccountId, name: 'Edith' });
      expect(screen.getByText(/another editor decides/)).toBeDefined();
      expect(screen.queryByRole('button', { name: 'Retract it' })).toBeNull();
    });
  });

  it('that the arithmetic contradicts says so', async () => {
    const votes = counted(480, 300, 220);
    await openDesk({
      contest,
      tally: {
        ...votes,
        units: { complete: 2, partial: 0, none: 0 },
        out: nothingOut,
        calls: [call()],
      },
    });
    expect(screen.getByText('The arithmetic contradicts this call.')).toBeDefined();
  });
});
