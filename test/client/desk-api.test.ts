import { describe, expect, it } from 'vitest';
import { openDeskApi } from '../../client/desk/desk-api.ts';
import type { ReportBody } from '../../client/desk/report-body.ts';
import type { ContestId, HoldId } from '../../shared/basics/ids.ts';
import { unitId } from '../count/make.ts';

const REPORT: ReportBody = {
  reportId: 'one',
  contest: 'mayor' as ContestId,
  unit: unitId('u'),
  method: 'early',
  votes: {},
  status: 'partial',
};

const answering = (status: number, body: unknown) =>
  openDeskApi(async () => new Response(JSON.stringify(body), { status }));

describe('a report that is sent', () => {
  it('is settled by its outcome', async () => {
    const reply = { reportId: 'one', outcome: 'accepted', seq: 1, version: 1 };
    expect(await answering(200, { outcomes: [reply] }).send(REPORT)).toEqual({ reply });
  });

  it.each([500, 502, 503, 429])('stays unsent where the server answers %d', async (status) => {
    expect(await answering(status, {}).send(REPORT)).toEqual({ unsent: 'away' });
  });

  it('stays unsent where nobody answers', async () => {
    const api = openDeskApi(() => Promise.reject(new TypeError('offline')));
    expect(await api.send(REPORT)).toEqual({ unsent: 'away' });
  });

  it('stays unsent where the desk takes no more for now', async () => {
    const error = { code: 'unavailable', message: 'Too much waits.', path: '' };
    const outcomes = [{ reportId: 'one', outcome: 'refused', error }];
    expect(await answering(200, { outcomes }).send(REPORT)).toEqual({ unsent: 'away' });
  });

  it('waits for a new sign-in where the session has ended', async () => {
    expect(await answering(401, {}).send(REPORT)).toEqual({ unsent: 'signed-out' });
  });

  it('is refused where the whole request was, and blocks nothing behind it', async () => {
    const error = { code: 'not-allowed', message: 'Your role may not do this.', path: '' };
    expect(await answering(403, { error }).send(REPORT)).toEqual({
      reply: { reportId: 'one', outcome: 'refused', error },
    });
  });

  it('is refused where an answer from in between cannot be read', async () => {
    const api = openDeskApi(async () => new Response('<html>', { status: 413 }));
    expect(await api.send(REPORT)).toMatchObject({ reply: { outcome: 'refused' } });
  });
});

it('a decision on a hold gives the server’s words where it is refused', async () => {
  const error = { code: 'same-person', message: 'by someone other than who keyed it', path: '' };
  const refused = await answering(409, { error }).decide('h' as HoldId, 'release', '');
  expect(refused).toBe('by someone other than who keyed it');
  expect(await answering(200, {}).decide('h' as HoldId, 'release', '')).toBeNull();
});
