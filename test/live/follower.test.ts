import { beforeAll, describe, expect, it } from 'vitest';
import { NOTHING } from '../../server/journal/chain.ts';
import { journalOver } from '../../server/journal/journal-over.ts';
import { type Follower, openFollower } from '../../server/live/follower.ts';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Board } from '../../shared/night/board.ts';
import { boardText } from '../../shared/night/board-text.ts';
import { crosses } from '../../shared/results/crossing.ts';
import { tallyText } from '../../shared/wire/tally-text.ts';
import { makeDesk, makeLoadedDesk, send, type TestDesk } from '../desk/make-desk.ts';
import { gatedStore } from '../journal/gated-store.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { MAYOR } from '../night/make-night.ts';
import { demoNight, playIntoDesk } from '../replay/play-into-desk.ts';

const GA_06 = 'ga-06' as ContestId;

function fail(error: unknown): void {
  throw error;
}

describe('the serving side of a night', () => {
  let night: TestDesk;
  let follower: Follower;
  /** Every public change of the contest, in order. */
  const changes: { seq: number; nightAt: string; tally: Tally }[] = [];

  beforeAll(async () => {
    night = await makeDesk();
    follower = await openFollower({ journal: night.journal, fail });
    follower.onChange((contests) => {
      const state = follower.board.contests.get(GA_06);
      if (contests.has(GA_06) && state !== undefined) changes.push({ ...state });
    });
    await playIntoDesk(demoNight(), { into: night });
    await night.journal.append([]);
  }, 120_000);

  it('has the writer’s board at the end', () => {
    expect(boardText(follower.board)).toBe(boardText(night.desk.board));
  });

  it('has it again when it starts anew, from the beginning or from a snapshot', async () => {
    const { journal } = night;
    const whole = { ...journal, latestSnapshot: async () => null };
    const [half] = await journal.read(399, 1);
    const { seq, hash } = present(half, 'entry 400');
    const early = await openFollower({
      journal: { ...whole, head: () => ({ seq, hash }), follow: () => () => {} },
      fail,
    });
    const snapshot = { seq, hash, board: boardText(early.board) };
    const late = { ...journal, latestSnapshot: async () => snapshot };
    for (const again of [whole, late]) {
      const { board } = await openFollower({ journal: again, fail });
      expect(boardText(board)).toBe(boardText(follower.board));
    }
  });

  it('starts from the beginning where a snapshot has another form', async () => {
    const last = night.journal.head();
    const old = { ...last, board: '{"from":"an older program"}' };
    const journal = { ...night.journal, latestSnapshot: async () => old };
    const again = await openFollower({ journal, fail });
    expect(boardText(again.board)).toBe(boardText(follower.board));
  });

  it('has every change again as it was shown, and the crossings of the line as points', async () => {
    const { contest } = present(follower.board.contests.get(GA_06), 'contest');
    const points = new Set(follower.past.points(GA_06).map(({ seq }) => seq));
    expect(points.size).toBeLessThanOrEqual(1_000);
    let crossed = 0;
    for (const [at, after] of changes.entries()) {
      const { tally } = await follower.past.published(GA_06, after.seq);
      expect(tallyText(tally)).toBe(tallyText(after.tally));
      const before = changes[at - 1];
      if (before === undefined || !crosses(contest, before.tally, after.tally)) continue;
      crossed += 1;
      expect(points).toContain(after.seq);
    }
    expect(crossed).toBeGreaterThan(0);
  });
});

describe('what is served', () => {
  it('is what is durable, never what the desk has decided and not yet written', async () => {
    const gate = gatedStore();
    const parts = { store: gate.store, epoch: 'e', head: NOTHING, salt: countedSalts() };
    const { desk, journal } = await makeLoadedDesk({ journal: journalOver(parts) });
    const follower = await openFollower({ journal, fail });
    const votesIn = (board: Board) => board.contests.get(MAYOR)?.tally.votes;
    gate.shut();
    const answer = send(desk, { votes: { ann: 7 } });
    await new Promise(setImmediate);
    expect(votesIn(desk.board)).toMatchObject({ ann: 7 });
    expect(votesIn(follower.board)).toMatchObject({ ann: 0 });
    gate.open();
    await answer;
    expect(votesIn(follower.board)).toMatchObject({ ann: 7 });
  });
});
