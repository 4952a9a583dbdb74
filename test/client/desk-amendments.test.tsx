import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AccountId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import type { DeskAmendment } from '../../shared/wire/desk-messages.ts';
import { makeLate } from '../count/make.ts';
import { MAYOR } from '../live/make-live.ts';
import { EDITH, EVE, makeMayor } from './make-desk.ts';
import { openDesk } from './open-desk.tsx';

afterEach(cleanup);

const contest = makeMayor({ expectedBy: 'the desk', late: [makeLate('provisional', null)] });
const press = async (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('an editor amends', () => {
  async function amend(kind: string, fill: () => void | Promise<void>) {
    const { server } = await openDesk({ contest });
    await press('Amend the definition');
    fireEvent.click(screen.getByRole('radio', { name: kind }));
    await fill();
    type('Why, for the public record', 'the county says so');
    await press('Amend');
    expect(server.given).toHaveLength(1);
    const [path, body] = server.given[0] ?? [];
    expect(path).toBe('/contests/mayor/amend');
    expect(body).toMatchObject({ amendId: 'report-1', reason: 'the county says so' });
    return (body as { changes: object }).changes;
  }

  it('a unit’s registration, expected vote and poll-book turnout, and only what is filled in', async () => {
    const changes = await amend('A unit’s figures', () => {
      type('Unit', 'fulton/rw12');
      type('Registered', '1,100');
      type('Poll-book turnout, election day', '815');
      expect(screen.getByText(/RW12: registered 1,100, turnout election day 815/)).toBeDefined();
    });
    expect(changes).toEqual({
      units: { 'fulton/rw12': { registered: 1100, turnout: { 'election-day': 815 } } },
    });
  });

  it('when the polls of one unit close', async () => {
    const changes = await amend('A unit’s figures', () => {
      type('Unit', 'fulton/rw12');
      type('Polls close here at', '2017-04-18T19:30');
      expect(screen.getByText('RW12: Polls close 7:30 pm ET')).toBeDefined();
    });
    expect(changes).toEqual({
      units: { 'fulton/rw12': { pollsClose: '2017-04-18T23:30:00.000Z' } },
    });
  });

  it('the bound of late ballots', async () => {
    const changes = await amend('Late ballots', () => {
      type('At most, in ballots', '120');
      type('Source', 'the county');
      type('Until', '2017-04-21');
    });
    expect(changes).toEqual({
      late: [{ method: 'provisional', bound: 120, source: 'the county', until: '2017-04-21' }],
    });
  });

  it('that no late ballots come, and says why', async () => {
    const changes = await amend('Late ballots', async () => {
      await press('Remove provisional');
      type('Why no late ballots come', 'all are counted');
    });
    expect(changes).toEqual({ late: [], lateNone: 'all are counted' });
  });

  it('a withdrawal', async () => {
    const changes = await amend('A choice', () => {
      type('Choice', 'bob');
      fireEvent.click(screen.getByLabelText('Withdrew (a label only)'));
      fireEvent.click(screen.getByLabelText('Can win or advance'));
    });
    expect(changes).toEqual({ choices: { bob: { withdrawn: true, eligible: false } } });
  });

  it('a certification, in the night’s zone', async () => {
    const changes = await amend('Certification', () => {
      type('Certified at', '2017-04-25T15:58');
      type('Source', 'the Secretary of State');
    });
    expect(changes).toEqual({
      certified: { at: '2017-04-25T19:58:00.000Z', source: 'the Secretary of State' },
    });
  });

  it('when the polls close', async () => {
    const changes = await amend('Polls close', () => {
      type('Last polls close at', '2017-04-18T19:30');
    });
    expect(changes).toEqual({ pollsClose: '2017-04-18T23:30:00.000Z' });
  });

  it('the next round', async () => {
    const changes = await amend('Next round', () => {
      type('What it is called', 'Runoff');
      type('When', '2017-06-20');
    });
    expect(changes).toEqual({ next: { name: 'Runoff', date: '2017-06-20', contest: null } });
  });

  it('nothing without a reason, nor with a field that holds no number', async () => {
    const { server } = await openDesk({ contest });
    await press('Amend the definition');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Amend' });
    type('Unit', 'fulton/rw12');
    type('Registered', '1100');
    expect(button.disabled).toBe(true);
    type('Why, for the public record', 'a new roll');
    expect(button.disabled).toBe(false);
    type('Registered', '-1');
    expect(button.disabled).toBe(true);
    expect(screen.getByRole('alert').textContent).toBe('A count is never below zero.');
    expect(server.given).toEqual([]);
  });

  it('and learns whether it is in force or waits for a second editor', async () => {
    const { server } = await openDesk({ contest });
    server.givenAnswer = () => ({ ok: true, state: 'proposed' });
    await press('Amend the definition');
    fireEvent.click(screen.getByRole('radio', { name: 'Next round' }));
    type('What it is called', 'Runoff');
    type('Why, for the public record', 'set today');
    await press('Amend');
    expect(screen.getByText(/waits for a second editor/)).toBeDefined();
  });
});

describe('an amendment that waits', () => {
  const amendment = (parts: Partial<DeskAmendment> = {}): DeskAmendment => ({
    amendId: 'a1',
    contest: MAYOR,
    changes: { certified: { at: instantOf(Date.parse('2017-04-25T19:58:00Z')), source: 'SOS' } },
    reason: 'certified today',
    seq: 9,
    by: { id: 'max' as AccountId, name: 'Max' },
    effect: {
      before: { state: 'open', statuses: { ann: 'open' } as never },
      after: { state: 'win-certain', statuses: { ann: 'win-certain', bob: 'out' } as never },
    },
    ...parts,
  });
  const allIn = { units: { complete: 2, partial: 0, none: 0 } };

  it('shows what it says, why, and what it would change in what is proved', async () => {
    const { tools } = await openDesk({ contest, tally: allIn });
    act(() => tools.tellDecisions({ amendments: [amendment()] }));
    const card = screen.getByRole('article').textContent;
    expect(card).toContain('Certified April 25, 3:58 pm ET, by SOS');
    expect(card).toContain('certified today');
    expect(card).toContain('now nothing certain, then cannot be overtaken');
    expect(card).toContain('Archer: now open, then cannot be overtaken');
    expect(card).toContain('Brown: now open, then out');
  });

  it('is confirmed by one press where nothing speaks against it', async () => {
    const { tools, server } = await openDesk({ contest, tally: allIn });
    act(() => tools.tellDecisions({ amendments: [amendment()] }));
    await press('Confirm the amendment');
    expect(server.given).toEqual([['/amendments/a1/confirm', {}]]);
  });

  it('that certifies warns of what is held and incomplete, and takes a second press', async () => {
    const units = { complete: 1, partial: 1, none: 0 };
    const { tools, server } = await openDesk({ contest, tally: { units, holds: 2 } });
    act(() => tools.tellDecisions({ amendments: [amendment()] }));
    expect(screen.getByText('2 reports are still held.')).toBeDefined();
    expect(screen.getByText('1 precinct is not complete.')).toBeDefined();
    await press('Confirm the amendment');
    expect(server.given).toEqual([]);
    await press('Press again to confirm');
    expect(server.given).toHaveLength(1);
  });

  it('is never confirmed by its maker', async () => {
    const { tools } = await openDesk({ contest });
    const by = { id: EDITH.id as AccountId, name: 'Edith' };
    act(() => tools.tellDecisions({ amendments: [amendment({ by })] }));
    expect(screen.queryByRole('button', { name: 'Confirm the amendment' })).toBeNull();
  });

  it('is not for who only enters', async () => {
    await openDesk({
      contest,
      before(server) {
        server.person = EVE;
      },
    });
    expect(screen.queryByRole('button', { name: 'Amend the definition' })).toBeNull();
  });
});
