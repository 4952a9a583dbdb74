import type { ElectionId } from '../../shared/basics/ids.ts';
import { type Instant, instantOf } from '../../shared/basics/instant.ts';
import type { Call } from '../../shared/count/call.ts';
import { emptyTally } from '../../shared/count/empty-tally.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Contest } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { definitionOf } from '../../shared/election/definition-of.ts';
import { spokenStanding } from '../../shared/results/spoken-standing.ts';
import type { SpokenStanding } from '../../shared/results/standing.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import { choiceId, makeChoice, makeContest } from '../count/make.ts';

export function instant(text: string): Instant {
  return instantOf(Date.parse(text));
}

export function makeDefinition(contest: Contest): Definition {
  return definitionOf(
    {
      id: 'ga-2017-04-18' as ElectionId,
      name: 'Georgia special election',
      date: '2017-04-18',
      timeZone: 'America/New_York',
      stage: 'live',
      labels: ['reconstructed-order'],
      releaseOwn: false,
      parties: [],
      contests: [contest],
    },
    contest,
    3,
  );
}

/** What may still come: at most so many ballots, by registration; and so many by the estimate. */
export interface Left {
  readonly bound?: number | null;
  readonly expected?: number | null;
}

/** Polls closed, these votes counted, everything counted unless `left` says otherwise. */
export function makeTally(
  contest: Contest,
  votes: Record<string, number>,
  { bound = 0, expected = null }: Left = {},
  parts: Partial<Tally> = {},
): Tally {
  const empty = emptyTally(contest);
  const incomplete = bound === 0 ? 0 : 1;
  return {
    ...empty,
    open: true,
    votes: { ...empty.votes, ...votes },
    ballots: Object.values(votes).reduce((sum, own) => sum + own, 0),
    units: { complete: 4 - incomplete, partial: 0, none: incomplete },
    out: {
      ...empty.out,
      incomplete,
      byGroup: { registration: bound ?? 0, turnout: 0, unknown: bound === null ? 1 : 0 },
      byRegistration: { ballots: bound ?? 0, unknown: bound === null ? 1 : 0, overBound: 0 },
      overBound: 0,
      expected,
      expectedUnknown: 0,
    },
    ...parts,
  };
}

function makeStanding(contest: Contest, tally: Tally): SpokenStanding {
  const at = instant('2017-04-25T19:58:00Z');
  const place = { seq: 1234, at, nightAt: at };
  return spokenStanding(standingOf(makeDefinition(contest), tally, place), 'en');
}

/** The standing of a contest with these votes. */
export function standing(
  contest: Contest,
  votes: Record<string, number>,
  left: Left = {},
  parts: Partial<Tally> = {},
): SpokenStanding {
  return makeStanding(contest, makeTally(contest, votes, left, parts));
}

export function makeCall(
  type: Call['type'],
  choices: readonly string[],
  parts: Partial<Call> = {},
) {
  const call: Call = {
    callId: `${type} ${parts.source ?? ''}`,
    type,
    choices: choices.map(choiceId),
    source: 'AP',
    reason: null,
    nightAt: instant('2017-04-19T05:07:00Z'),
    seq: 1,
    state: 'public',
    retraction: null,
    ...parts,
  };
  return call;
}

/** The eighteen of Georgia's 6th District, with their certified votes. */
export const CERTIFIED: Readonly<Record<string, number>> = {
  abroms: 1_639,
  bhuiyan: 415,
  edwards: 504,
  grawert: 415,
  gray: 20_802,
  handel: 38_071,
  hernandez: 121,
  hill: 16_870,
  keatley: 229,
  kremer: 351,
  levell: 455,
  llop: 326,
  moody: 17_028,
  ossoff: 92_673,
  pollard: 55,
  quigg: 304,
  slotin: 491,
  wilson: 1_820,
};

const NAMES: Readonly<Record<string, string>> = { ossoff: 'Jon Ossoff', handel: 'Karen Handel' };

export function georgia(parts: Partial<Contest> = {}): Contest {
  return makeContest({
    name: 'U.S. House, Georgia 6th District',
    choices: Object.keys(CERTIFIED).map((id) =>
      makeChoice(id, NAMES[id] ?? `${id[0]?.toUpperCase()}. ${id[0]?.toUpperCase()}${id.slice(1)}`),
    ),
    certified: { at: instant('2017-04-25T19:58:00Z'), source: 'Secretary of State' },
    ...parts,
  });
}
