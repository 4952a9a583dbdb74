import { expect, it } from 'vitest';
import { deskDecisions } from '../../server/live/desk-decisions.ts';
import {
  eve,
  instant,
  MAYOR,
  makeElection,
  makeMayor,
  makeNight,
  writer,
} from '../night/make-night.ts';

const CLOSE = instant('2026-11-04T00:30:00Z');
const nameOf = async () => null;

it('an editor is told of a closing that the clock jumped to, until one has confirmed it', async () => {
  const night = makeNight(makeElection({ contests: [makeMayor({ pollsClose: CLOSE })] }));
  night.wait(60 * 60_000);
  night.give({ type: 'close-polls', contest: MAYOR, doubted: true, by: writer });
  expect(await deskDecisions(night.board, nameOf)).toMatchObject({
    closings: [{ contest: MAYOR, pollsClose: CLOSE }],
  });
  night.give({ type: 'confirm-closing', contest: MAYOR, by: eve });
  expect(await deskDecisions(night.board, nameOf)).toMatchObject({ closings: [] });
});

it('who is no longer on file has no name', async () => {
  const night = makeNight();
  night.give({
    type: 'propose-call',
    callId: 'c1',
    contest: MAYOR,
    call: 'too-close',
    choices: [],
    source: null,
    reason: null,
    by: eve,
  });
  expect((await deskDecisions(night.board, nameOf)).calls).toMatchObject([
    { callId: 'c1', by: { id: 'eve', name: null } },
  ]);
});
