import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MAYOR, minute } from '../live/make-live.ts';
import { EVE } from './make-desk.ts';
import { key, openDesk, openUnit, press as pressKey } from './open-desk.tsx';

afterEach(cleanup);

const press = async (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('a notice', () => {
  it('is posted in both languages, with its beginning in the night’s zone', async () => {
    const { server } = await openDesk();
    await press('Post a notice');
    type('In English', 'Fulton’s upload is stuck.');
    type('In Spanish', 'La subida de Fulton está parada.');
    type('Holds since (blank: now)', '2017-04-18T23:02');
    await press('Post it on every screen');
    expect(server.given).toEqual([
      [
        '/notices',
        {
          noticeId: 'report-1',
          contest: 'mayor',
          text: { en: 'Fulton’s upload is stuck.', es: 'La subida de Fulton está parada.' },
          since: '2017-04-19T03:02:00.000Z',
        },
      ],
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says what readers in Spanish see while there is no Spanish', async () => {
    const { server } = await openDesk();
    await press('Post a notice');
    expect(screen.getByText(/will see the English text/)).toBeDefined();
    type('In English', 'Polls held open in Cobb.');
    await press('Post it on every screen');
    expect(server.given[0]?.[1]).toMatchObject({ text: { en: 'Polls held open in Cobb.' } });
  });

  it('is taken down, and the desk is asked whether it still holds once votes have come', async () => {
    const notice = {
      noticeId: 'n1',
      text: { en: 'Fulton’s upload is stuck.' },
      since: minute(2),
      until: null,
      seq: 4,
    };
    const desk = await openDesk({ tally: { notices: [notice], asOf: minute(1) } });
    expect(screen.queryByText(/Is it still true/)).toBeNull();
    await desk.change({ asOf: minute(63) });
    expect(screen.getByText(/at 9:03 pm\. Is it still true/)).toBeDefined();
    await press('Take it down');
    expect(desk.server.given).toEqual([['/notices/n1/end', {}]]);
  });
});

describe('a lock', () => {
  it('is one key away, also from a field, and needs a reason', async () => {
    const { server } = await openDesk();
    await openUnit('rw');
    pressKey('F9');
    type('Why it is locked', 'two feeds disagree');
    await press('Lock the contest');
    expect(server.given).toEqual([
      ['/contests/mayor/lock', { lockId: 'report-1', locked: true, reason: 'two feeds disagree' }],
    ]);
  });

  it('has the keys of the desk to itself while it asks', async () => {
    const { server } = await openDesk();
    await openUnit('rw');
    key('100');
    pressKey('F9');
    await act(async () => pressKey('Enter', { ctrlKey: true }));
    expect(server.sent).toEqual([]);
  });

  it('is unmistakable, and taken away with a reason', async () => {
    const { server } = await openDesk({ tally: { locked: true } });
    expect(screen.getByRole('banner').textContent).toContain('Locked. Whatever comes in is held');
    await press(/^Unlock/);
    type('Why it is unlocked', 'the county has explained');
    await press('Unlock the contest');
    expect(server.given[0]).toMatchObject([
      '/contests/mayor/lock',
      { locked: false, reason: 'the county has explained' },
    ]);
  });

  it('is not for who only enters', async () => {
    await openDesk({
      tally: { locked: true },
      before(server) {
        server.person = EVE;
      },
    });
    expect(screen.getByRole('banner').textContent).toContain('Locked');
    expect(screen.queryByRole('button', { name: /Unlock/ })).toBeNull();
  });
});

describe('a closing that the server’s clock jumped to', () => {
  it('waits for an editor to say that the polls have closed', async () => {
    const { server, tools } = await openDesk({ tally: { open: false } });
    act(() => tools.tellDecisions({ closings: [{ contest: MAYOR, pollsClose: minute(0) }] }));
    expect(screen.getByRole('alert').textContent).toContain('past the closing (8:00 pm ET)');
    expect(screen.getByRole('banner').textContent).toContain('1 waits for you');
    await press('The polls have closed');
    expect(server.given).toEqual([['/contests/mayor/confirm-closing', { pollsClose: minute(0) }]]);
    act(() => tools.tellDecisions({}));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
