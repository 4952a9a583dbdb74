import { present } from '../../shared/basics/assert.ts';
import type { ChoiceId, ContestId, ElectionId } from '../../shared/basics/ids.ts';
import { type Instant, instantOf } from '../../shared/basics/instant.ts';
import { emptyTally } from '../../shared/count/empty-tally.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Election } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { definitionOf } from '../../shared/election/definition-of.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import type { Snapshot, Update } from '../../shared/wire/messages.ts';
import { tallyChange } from '../../shared/wire/tally-change.ts';
import { makeContest } from '../count/make.ts';

/** Night times: minutes after the polls have closed. */
export const START_MS = Date.parse('2017-04-19T00:00:00Z');
export const minute = (minutes: number): Instant => instantOf(START_MS + minutes * 60_000);

export const MAYOR = 'mayor' as ContestId;
export const EPOCH = 'first-epoch';

export function makeElection(contests = [makeContest()]): Election {
  return {
    id: 'spring' as ElectionId,
    name: 'Spring election',
    date: '2017-04-18',
    timeZone: 'America/New_York',
    stage: 'test',
    labels: ['simulated'],
    releaseOwn: true,
    parties: [],
    contests,
  };
}

export function makeDefinition(version = 1, contest: ContestId = MAYOR): Definition {
  const own = makeContest({ id: contest });
  return definitionOf(makeElection([own]), own, version);
}

/** The mayor's tally with so many votes for Ann; Bob has half. */
export function makeTally(ann: number, parts: Partial<Tally> = {}): Tally {
  const votes = { ['ann' as ChoiceId]: ann, ['bob' as ChoiceId]: Math.floor(ann / 2) };
  return { ...emptyTally(makeContest()), open: true, votes, ...parts };
}

export function makeSnapshot(seq: number, tally: Tally, parts: Partial<Snapshot> = {}): Snapshot {
  const position = { epoch: EPOCH, seq };
  return { contest: MAYOR, position, definitionVersion: 1, tally, ...parts };
}

/** The update from one tally at its seq to another. */
export function makeUpdate(
  [since, before]: readonly [number, Tally],
  [seq, after]: readonly [number, Tally],
  parts: Partial<Update> = {},
): Update {
  const tally = present(tallyChange(before, after), 'change');
  return { contest: MAYOR, epoch: EPOCH, since, seq, definitionVersion: 1, tally, ...parts };
}

/** A page with the mayor's contest in it. */
export function makeBoot(snapshot: Snapshot, definition = makeDefinition()): Boot {
  const contests = [{ definition, snapshot }];
  return { page: 'watch', language: 'en', at: minute(0), contest: MAYOR, contests };
}
