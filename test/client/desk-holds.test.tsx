import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import type { AccountId, ContestId, HoldId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { DeskHold, SettledHold } from '../../shared/wire/desk-messages.ts';
import { makeCell, makeCount, unitId } from '../count/make.ts';
import { MAYOR, minute } from '../live/make-live.ts';
import { EDITH, EVE, makeMayor } from './make-desk.ts';
import { key, openDesk, openUnit, publish } from './open-desk.tsx';

afterEach(cleanup);

function hold(parts: Partial<DeskHold> = {}): DeskHold {
  return {
    holdId: 'hold-9' as HoldId,
    contest: MAYOR,
    unit: unitId('fulton/rw12'),
    seq: 9,
    at: minute(1),
    nightAt: minute(1),
    by: { id: 'eve' as AccountId, name: 'Eve' },
    checks: [{ code: 'drop', message: 'Ann Archer would go down from 100 to 90.' }],
    reports: [
      {
        reportId: 'r9',
        unit: unitId('fulton/rw12'),
        method: 'election-day',
        count: makeCount({ ann: 90, bob: 60, constructor: 3 }),
        version: 2,
        source: null,
        sourceAt: null,
        correction: true,
        reason: 'read from the wrong line',
      },
    ],
    removed: [],
    replaces: [],
    before: { 'election-day': makeCell(makeCount({ ann: 100, bob: 60, constructor: 3 })) },
    ...parts,
  };
}

const card = () => screen.getByRole('article', { name: 'RW12' });

async function openWith(held: DeskHold) {
  const desk = await openDesk();
  act(() => desk.tools.tellHolds([held]));
  return desk;
}

it('an editor sees what waits: why, from whom, and what it would change', async () => {
  await openWith(hold());
  expect(card().textContent).toContain('A number goes down.');
  expect(card().textContent).toContain('Ann Archer would go down from 100 to 90.');
  expect(card().textContent).toContain('from Eve');
  expect(card().textContent).toContain('read from the wrong line');
  expect(screen.getByRole('row', { name: 'Archer 100 90' })).toBeDefined();
  expect(screen.queryByRole('row', { name: /^Brown/ })).toBeNull();
  expect(screen.getByRole('option', { name: /RW12.*held/ })).toBeDefined();
});

it('an editor releases it, and it goes from the list when the desk is told', async () => {
  const { server, tools } = await openWith(hold());
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Release' })));
  expect(server.decided).toEqual([['hold-9', 'release', '']]);
  act(() => tools.tellHolds([]));
  expect(screen.queryByRole('article')).toBeNull();
  expect(screen.getByText('Nothing is held.')).toBeDefined();
});

it('what waits in another race is said, and leads there', async () => {
  const council = 'council' as ContestId;
  const { tools } = await openDesk({ beside: makeMayor({ id: council, name: 'Council' }) });
  act(() => tools.tellHolds([hold({ contest: council })]));
  expect(screen.queryByRole('article')).toBeNull();
  await act(async () =>
    fireEvent.click(screen.getByRole('button', { name: '1 waits in Council' })),
  );
  act(() => tools.tellHolds([hold({ contest: council })]));
  expect(card()).toBeDefined();
  expect(screen.getByRole('banner').textContent).toContain('1 waits for you');
});

describe('a release', () => {
  const leading = { votes: { ann: 5_012, bob: 4_000, constructor: 988 } as Tally['votes'] };
  const open = async (ann: number) => {
    const desk = await openDesk({ tally: leading });
    const [report] = hold().reports;
    const count = makeCount({ ann, bob: 60, constructor: 3 });
    act(() => desk.tools.tellHolds([hold({ reports: [{ ...present(report, 'report'), count }] })]));
    return desk;
  };

  it('shows the leader’s share before and after', async () => {
    await open(90);
    expect(card().textContent).toContain('Archer now50.12%after RW1250.07%');
    expect(card().textContent).not.toContain('the line');
  });

  it('that crosses the line says so, and takes a second press', async () => {
    const { server } = await open(60);
    expect(card().textContent).toContain('This puts Archer under the line');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Release' })));
    expect(server.decided).toEqual([]);
    await act(async () =>
      fireEvent.click(screen.getByRole('button', { name: 'Press again to release' })),
    );
    expect(server.decided).toEqual([['hold-9', 'release', '']]);
  });

  it('before the polls close tells nothing of shares', async () => {
    const desk = await openDesk({ tally: { ...leading, open: false } });
    act(() => desk.tools.tellHolds([hold()]));
    expect(card().textContent).not.toContain('Archer now');
  });
});

it('a rejection needs its reason', async () => {
  const { server } = await openWith(hold());
  fireEvent.click(screen.getByRole('button', { name: 'Reject' }));
  const confirm = screen.getByRole<HTMLButtonElement>('button', { name: 'Reject it' });
  expect(confirm.disabled).toBe(true);
  const reason = screen.getByLabelText('Why it is rejected');
  fireEvent.change(reason, { target: { value: ' the county withdrew it ' } });
  await act(async () => fireEvent.click(confirm));
  expect(server.decided).toEqual([['hold-9', 'reject', 'the county withdrew it']]);
});

it('nobody releases what they sent', async () => {
  await openWith(hold({ by: { id: EDITH.id as AccountId, name: 'Edith' } }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Release' }).disabled).toBe(true);
  expect(card().textContent).toContain('another editor releases it');
});

it('what the server refuses is said, in its words', async () => {
  const { server } = await openWith(hold());
  server.refusesDecision = 'a newer version of the unit has been accepted since';
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Release' })));
  expect(screen.getByRole('alert').textContent).toBe(
    'a newer version of the unit has been accepted since',
  );
});

it('who only enters is told how many wait, and no more', async () => {
  const { tools } = await openDesk({
    tally: { holds: 2 },
    before(server) {
      server.person = EVE;
    },
  });
  act(() => tools.tellHolds([hold()]));
  expect(screen.getByText('2 reports wait for an editor.')).toBeDefined();
  expect(screen.queryByRole('article')).toBeNull();
});

describe('who keyed a report that was held', () => {
  const answer = (state: SettledHold['state'], parts: Partial<SettledHold> = {}): SettledHold => ({
    holdId: 'hold-9' as HoldId,
    contest: MAYOR,
    unit: unitId('fulton/rw12'),
    reports: [{ reportId: 'report-1', method: 'election-day', version: 3 }],
    state,
    seq: 12,
    nightAt: minute(90),
    by: { id: 'edith' as AccountId, name: 'Edith' },
    reason: null,
    ...parts,
  });
  const log = () => screen.getByRole('log').textContent;

  async function keyHeld() {
    const desk = await openDesk({
      before(server) {
        server.person = EVE;
        server.answer = ({ reportId }) => ({
          reply: {
            reportId,
            outcome: 'held',
            holdId: 'hold-9',
            checks: [{ code: 'over-registered', message: 'More ballots than people.' }],
          },
        });
      },
    });
    await openUnit('rw');
    key('2000');
    await publish();
    expect(log()).toContain('held: More ballots than people.');
    return desk;
  }

  it('learns that it was released, by whom and as which version', async () => {
    const { tools } = await keyHeld();
    act(() => tools.tellSettled([answer('released')]));
    expect(log()).toMatch(/RW12, election dayreleased by Edith: version 3, entry 12/);
  });

  it('learns that it was rejected and why, and opens it again from there', async () => {
    const { tools } = await keyHeld();
    await openUnit('addison');
    act(() => tools.tellSettled([answer('rejected', { reason: 'two digits swapped' })]));
    expect(log()).toContain('rejected by Edith: two digits swapped');
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('RW12');
    expect(document.querySelector('.last-answer')?.textContent).toContain('rejected by Edith');
  });

  it('learns it also after a reload', async () => {
    const { tools } = await openDesk({
      before(server) {
        server.person = EVE;
      },
    });
    act(() => tools.tellSettled([answer('rejected', { reason: 'no such tape' })]));
    expect(log()).toContain('RW12, election dayrejected by Edith: no such tape');
  });

  it('learns that a newer report waits in its place', async () => {
    const { tools } = await keyHeld();
    act(() => tools.tellSettled([answer('replaced')]));
    expect(log()).toContain('a newer report waits in its place');
  });
});
