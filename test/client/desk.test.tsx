import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReportBody } from '../../client/desk/report-body.ts';
import { msOf } from '../../shared/basics/instant.ts';
import type { Method } from '../../shared/election/method.ts';
import { makeUnit } from '../count/make.ts';
import { minute } from '../live/make-live.ts';
import { keptMap } from './kept-map.ts';
import { accepted, EVE, listedCell, listOf, makeMayor } from './make-desk.ts';
import { focused, key, openDesk, openUnit, press, publish } from './open-desk.tsx';

afterEach(cleanup);

const votes = (ann: number, bob: number, cole: number) => ({ ann, bob, constructor: cole });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(`Votes for ${name}`);
const willBeHeld = () => screen.queryAllByText(/^It will be held/).length > 0;
const log = () => screen.getByRole('log').textContent;

describe('who is at the desk', () => {
  it('is told how to sign in while nobody is', async () => {
    await openDesk({
      before(server) {
        server.person = null;
      },
    });
    expect(screen.getByRole('heading').textContent).toBe('Sign in to the desk');
    expect(screen.getByRole('main').textContent).toContain('one-time link');
  });

  it('sees the stage, their name and their role at all times', async () => {
    await openDesk({ election: { stage: 'live' } });
    const strip = screen.getByRole('banner');
    expect(strip.textContent).toContain('ON AIR');
    expect(strip.textContent).toContain('Edith editor');
  });

  it('sees that a test is one', async () => {
    await openDesk({ election: { stage: 'test' } });
    expect(screen.getByRole('banner').textContent).toMatch(/^TEST/);
    expect(screen.getByRole('banner').textContent).not.toContain('ON AIR');
  });
});

describe('keying a unit', () => {
  it('takes no mouse: find, key in ballot order, publish', async () => {
    const { server } = await openDesk();
    await openUnit('rw');
    expect(focused()).toBe(field('Ann Archer'));
    key('100');
    key('60');
    expect(screen.getByText('your sum').closest('div')?.textContent).toBe('your sum160');
    await publish();
    expect(server.sent).toEqual([
      {
        reportId: 'report-1',
        contest: 'mayor',
        unit: 'fulton/rw12',
        method: 'election-day',
        votes: { ann: 100, bob: 60 },
        status: 'complete',
        basedOn: 0,
      },
    ]);
    expect(log()).toContain('RW12, election day');
    expect(log()).toContain('published, version 1, entry 7');
    expect(focused()).toBe(screen.getByRole('combobox'));
  });

  it('goes to the votes again from the finder, in the unit that is open already', async () => {
    await openDesk();
    await openUnit('rw');
    key('100');
    await openUnit('rw');
    expect(focused()).toBe(field('Ann Archer'));
  });

  it('goes from field to field with Enter, and from the last to the ballots cast', async () => {
    await openDesk();
    await openUnit('addison');
    key('1');
    expect(focused()).toBe(field('Bob Brown'));
    key('2');
    expect(focused()).toBe(field('Con Cole'));
    key('3');
    expect(focused()).toBe(screen.getByLabelText('Ballots cast'));
  });

  it('shows its own numbers at once, before any list comes', async () => {
    await openDesk();
    await openUnit('rw');
    key('100');
    await publish();
    expect(field('Ann Archer').value).toBe('100');
    expect(screen.getByText(/Version 1 is out/)).toBeDefined();
    expect(screen.getByText('These are the numbers that are out already.')).toBeDefined();
  });

  it.each([
    ['-3', 'A count is never below zero.'],
    ['12.5', 'A count has no decimals.'],
    ['1O', 'Only digits.'],
  ])('refuses %s with the reason beside it, and changes nothing of it', async (typed, reason) => {
    const { server } = await openDesk();
    await openUnit('rw');
    key('5');
    key(typed);
    expect(screen.getByRole('alert').textContent).toBe(reason);
    expect(field('Bob Brown').value).toBe(typed);
    await publish();
    expect(server.sent).toEqual([]);
    expect(focused()).toBe(field('Bob Brown'));
  });

  it('takes groups of three as they are pasted', async () => {
    const { server } = await openDesk();
    await openUnit('rw');
    key('1,544');
    key('1 000');
    await publish();
    expect(server.sent[0]?.votes).toEqual({ ann: 1544, bob: 1000 });
  });

  it('says in words what a line of checks would do', async () => {
    await openDesk();
    await openUnit('rw');
    key('1011');
    expect(willBeHeld()).toBe(true);
    expect(
      screen.getByText('1,011 ballots counted in RW12, but 1,010 people are registered.'),
    ).toBeDefined();
  });

  it('reads back what is keyed, digit by digit', async () => {
    await openDesk();
    await openUnit('rw');
    key('465');
    key('0');
    expect(
      screen.getByText(/Archer four six five\. Brown zero\. Total four six five\./),
    ).toBeDefined();
  });
});

describe('before it is published', () => {
  const leading = { votes: votes(5_012, 4_000, 988) };

  it('shows the leader’s share before and after, to two decimals', async () => {
    await openDesk({ tally: leading });
    await openUnit('rw');
    key('100');
    const effect = screen.getByRole('heading', { name: 'If you publish' }).closest('section');
    expect(effect?.textContent).toContain('Archer now50.12%');
    expect(effect?.textContent).toContain('after RW1250.61%');
    expect(effect?.textContent).not.toContain('line');
  });

  it('says when the line is crossed, and takes a second press for it', async () => {
    const { server } = await openDesk({ tally: leading });
    await openUnit('rw');
    key('0');
    key('100');
    expect(screen.getByText('This puts Archer under the line')).toBeDefined();
    await publish();
    expect(server.sent).toEqual([]);
    expect(screen.getByRole('button', { name: /^Press again to publish/ })).toBeDefined();
    await publish();
    expect(server.sent).toHaveLength(1);
  });

  it('takes a held-down key for one press', async () => {
    const { server } = await openDesk({ tally: leading });
    await openUnit('rw');
    key('0');
    key('100');
    await publish();
    press('Enter', { ctrlKey: true, repeat: true });
    expect(server.sent).toEqual([]);
  });

  it('asks for a new second press once a number is another', async () => {
    const { server } = await openDesk({ tally: leading });
    await openUnit('rw');
    key('0');
    key('100');
    await publish();
    fireEvent.change(field('Bob Brown'), { target: { value: '200' } });
    await publish();
    expect(server.sent).toEqual([]);
  });

  it('tells nothing of the shares while the polls are open, and claims no version', async () => {
    const { server } = await openDesk({ tally: { open: false } });
    await openUnit('rw');
    key('100');
    expect(screen.queryByText(/% ?/)).toBeNull();
    expect(screen.getByRole('banner').textContent).toContain('polls have not closed');
    await publish();
    expect(server.sent[0]).not.toHaveProperty('basedOn');
  });
});

describe('a correction', () => {
  const contest = makeMayor();
  const list = listOf(contest, {
    'fulton/rw12': { 'election-day': listedCell(votes(100, 60, 3), 2, 'complete') },
  });

  it('begins with what is out, and needs a reason', async () => {
    const { server } = await openDesk({ contest, list });
    await openUnit('rw');
    expect(field('Ann Archer').value).toBe('100');
    key('90');
    expect(screen.getByText('A number goes down')).toBeDefined();
    await publish();
    expect(server.sent).toEqual([]);
    const reason = screen.getByLabelText('Reason for the correction');
    expect(focused()).toBe(reason);
    fireEvent.change(reason, { target: { value: 'read from the wrong line' } });
    await publish();
    expect(server.sent[0]).toMatchObject({
      votes: { ann: 90, bob: 60, constructor: 3 },
      basedOn: 2,
      reason: 'read from the wrong line',
    });
  });

  it('that lowers a number waits for an editor, unless one keys it', async () => {
    const desk = await openDesk({ contest, list });
    await openUnit('rw');
    key('90');
    expect(willBeHeld()).toBe(false);
    desk.close();
    await openDesk({
      contest,
      list,
      before(server) {
        server.person = EVE;
      },
    });
    await openUnit('rw');
    key('90');
    expect(willBeHeld()).toBe(true);
  });
});

describe('a unit that is opened again', () => {
  const methods: Method[] = ['early', 'election-day'];
  const contest = makeMayor({
    methods,
    units: [
      makeUnit('cobb/addison-01', { methods }),
      makeUnit('fulton/rw12', { name: 'RW12', parent: 'Fulton', methods }),
    ],
  });
  const chosen = () => screen.getByRole<HTMLInputElement>('radio', { name: 'early' }).checked;

  it('opens where it was published last, though another method is still out', async () => {
    await openDesk({ contest });
    await openUnit('rw');
    expect(chosen()).toBe(true);
    key('100');
    await publish();
    await openUnit('addison');
    await openUnit('rw');
    expect(chosen()).toBe(true);
    expect(field('Ann Archer').value).toBe('100');
  });

  it('opens there also while the server has not answered', async () => {
    await openDesk({
      contest,
      before(server) {
        server.answer = () => ({ unsent: 'away' });
      },
    });
    await openUnit('rw');
    fireEvent.click(screen.getByRole('radio', { name: 'election day' }));
    key('100');
    await publish();
    await openUnit('addison');
    await openUnit('rw');
    expect(chosen()).toBe(false);
    expect(field('Ann Archer').value).toBe('100');
  });

  it('opens where it was keyed last, where nothing was published', async () => {
    await openDesk({ contest });
    await openUnit('rw');
    key('1');
    fireEvent.click(screen.getByRole('radio', { name: 'election day' }));
    fireEvent.change(field('Ann Archer'), { target: { value: '2' } });
    fireEvent.click(screen.getByRole('radio', { name: 'early' }));
    fireEvent.change(field('Ann Archer'), { target: { value: '3' } });
    await openUnit('addison');
    await openUnit('rw');
    expect(chosen()).toBe(true);
  });
});

describe('two people on one unit', () => {
  const contest = makeMayor();
  const theirs = listOf(contest, {
    'fulton/rw12': { 'election-day': listedCell(votes(101, 60, 3), 1) },
  });

  it('see both versions side by side, and nothing goes out over the other', async () => {
    const { server, change } = await openDesk({ contest });
    await openUnit('rw');
    key('100');
    await change({}, theirs);
    const row = screen.getByRole('row', { name: /Archer/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['100', '101']);
    await publish();
    expect(server.sent).toEqual([]);

    fireEvent.click(screen.getByRole('button', { name: 'Go on with mine' }));
    const reason = screen.getByLabelText('Reason for the correction');
    fireEvent.change(reason, { target: { value: 'counted again' } });
    await publish();
    expect(server.sent[0]).toMatchObject({ basedOn: 1, votes: { ann: 100 } });
  });

  it('may take the other’s', async () => {
    const { change } = await openDesk({ contest });
    await openUnit('rw');
    key('100');
    await change({}, theirs);
    fireEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
    expect(field('Ann Archer').value).toBe('101');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('follow along where nothing has been keyed yet', async () => {
    const { change } = await openDesk({ contest });
    await openUnit('rw');
    await change({}, theirs);
    expect(field('Ann Archer').value).toBe('101');
    expect(screen.queryByText('Two versions')).toBeNull();
  });
});

describe('what the server says', () => {
  it('is shown where a report was held, and the reason with it', async () => {
    const { server } = await openDesk();
    server.answer = ({ reportId }) => ({
      reply: {
        reportId,
        outcome: 'held',
        holdId: 'hold-9',
        checks: [{ code: 'over-registered', message: 'More ballots than people.' }],
      },
    });
    await openUnit('rw');
    key('100');
    await publish();
    expect(log()).toContain('held: More ballots than people.');
    expect(field('Ann Archer').value).toBe('');
  });

  it('is shown where a report was refused, with its place, and what was keyed stays', async () => {
    const { server } = await openDesk();
    server.answer = ({ reportId }) => ({
      reply: {
        reportId,
        outcome: 'refused',
        error: { code: 'unknown-choice', message: 'There is no such choice.', path: 'votes.ann' },
      },
    });
    await openUnit('rw');
    key('100');
    await publish();
    expect(log()).toContain('refused at votes.ann: There is no such choice.');
    expect(field('Ann Archer').value).toBe('100');
  });

  it('is the first answer where a report was sent twice', async () => {
    const { server } = await openDesk();
    server.answer = (report: ReportBody) => ({
      reply: { reportId: report.reportId, outcome: 'duplicate', first: accepted(report, 4) },
    });
    await openUnit('rw');
    key('100');
    await publish();
    expect(log()).toContain('published, version 4, entry 7');
  });
});

describe('how fresh the desk is', () => {
  const strip = () => screen.getByRole('banner').textContent;

  it('is said when the link is lost, and what that means for what is keyed', async () => {
    const { relink } = await openDesk();
    await relink({ state: 'stale', since: msOf(minute(102)) });
    expect(strip()).toContain('Not updating since 9:42 pm. These numbers are old.');
    await relink({ state: 'live' });
    expect(strip()).not.toContain('Not updating');
  });

  it('is told apart from a feed that brings nothing', async () => {
    const { relink } = await openDesk();
    await relink({ state: 'silent', since: minute(102) });
    expect(strip()).toContain('No new votes since 9:42 pm');
    expect(strip()).not.toContain('Not updating');
  });
});

describe('who did what', () => {
  const record = {
    at: minute(5),
    nightAt: minute(5),
    what: 'hold-rejected',
    by: { name: 'Max' },
    about: null,
    seq: 9,
    note: 'two digits swapped',
    body: { holdId: 'hold-9' },
  };
  const published = {
    ...record,
    what: 'reports-accepted',
    by: { name: 'Eve' },
    note: null,
    body: { reports: [{ unit: 'fulton/rw12', method: 'election-day' }] },
  };
  const openAudit = async () => {
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Who did what' })));
  };
  const rows = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);

  it('is there for editors, page by page', async () => {
    const { server } = await openDesk();
    server.audits = [
      { records: [record], next: '9.0', more: true },
      { records: [published], next: '1.0', more: false },
    ];
    await openAudit();
    expect(rows()).toEqual(['8:05 pm ETMaxrejectedtwo digits swapped']);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Older' })));
    expect(rows()[1]).toBe('8:05 pm ETEvepublishedRW12, election day');
    expect(server.auditsAsked).toEqual([null, '9.0']);
    expect(screen.queryByRole('button', { name: 'Older' })).toBeNull();
  });

  it('can be asked for again where no answer came', async () => {
    const { server } = await openDesk();
    server.audits = [null, { records: [record], next: '9.0', more: false }];
    await openAudit();
    expect(screen.getByRole('alert').textContent).toContain('did not answer');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
    expect(rows()).toHaveLength(1);
  });

  it('is not there for who only enters', async () => {
    await openDesk({
      before(server) {
        server.person = EVE;
      },
    });
    expect(screen.queryByRole('button', { name: 'Who did what' })).toBeNull();
  });
});

describe('without the server', () => {
  it('keeps what was published, counts it as unsent, and sends it once on return', async () => {
    const { server, change } = await openDesk();
    server.answer = () => ({ unsent: 'away' });
    await openUnit('rw');
    key('100');
    await publish();
    expect(screen.getByText('1 unsent')).toBeDefined();
    expect(log()).toContain('unsent');
    expect(field('Ann Archer').readOnly).toBe(true);

    server.answer = (report) => ({ reply: accepted(report) });
    await change({});
    expect(screen.queryByText('1 unsent')).toBeNull();
    expect(log()).toContain('published, version 1');
    expect(new Set(server.sent.map(({ reportId }) => reportId))).toEqual(new Set(['report-1']));
  });

  it('loses no keystroke of a reload', async () => {
    const kept = keptMap();
    const first = await openDesk({ kept });
    await openUnit('rw');
    key('12');
    key('3x');
    first.close();
    await openDesk({ kept });
    expect(screen.getByRole('option', { name: /RW12.*keyed, not published/ })).toBeDefined();
    await openUnit('rw');
    expect([field('Ann Archer').value, field('Bob Brown').value]).toEqual(['12', '3x']);
  });

  it('says so when the session has ended, and keeps what is keyed', async () => {
    const { server } = await openDesk();
    server.answer = () => ({ unsent: 'signed-out' });
    await openUnit('rw');
    key('100');
    await publish();
    expect(screen.getByRole('alert').textContent).toContain('nothing you keyed is lost');
    expect(screen.getByText('1 unsent')).toBeDefined();
  });
});
