import type { ChoiceId, ContestId, UnitId } from '../../shared/basics/ids.ts';
import type { Contest } from '../../shared/election/contest.ts';
import type { Command } from '../../shared/night/command.ts';
import { makeChoice, makeContest, makeReport, makeUnit } from '../count/make.ts';
import { EDITOR } from '../live/live-app.ts';
import type { SeededRandom } from './seeded-random.ts';

const COUNTIES = ['Cobb', 'Fulton', 'DeKalb'];
const CHOICES = ['ann', 'bob', 'constructor', 'write-in'];

/** Two races over the same precincts; ids that a careless program trips over. */
export function nightContests(): readonly Contest[] {
  return ['mayor', 'to-string'].map((id) =>
    makeContest({
      id: id as ContestId,
      choices: CHOICES.map((choice) => makeChoice(choice)),
      units: COUNTIES.flatMap((county) => [1, 2, 3].map((number) => unitOf(county, number))),
      expectedBy: 'the turnout of last time',
    }),
  );
}

function unitOf(county: string, number: number) {
  const id = `${county.toLowerCase()}/${number}`;
  return makeUnit(id, { name: id, parent: county, registered: 5_000, expected: 900 });
}

/** What happens next; most of it is reports, and some of it is refused. */
export function nextCommand(random: SeededRandom, step: number): Command {
  const contest = random.pick(nightContests());
  const unit = random.pick(contest.units).id;
  const by = EDITOR;
  const id = `step-${step}`;
  switch (random.below(14)) {
    case 0: {
      const text = { en: `Notice ${step}` };
      return { type: 'post-notice', noticeId: id, contest: contest.id, text, since: null, by };
    }
    case 1: {
      const noticeId = `step-${random.below(step + 1)}`;
      return { type: 'end-notice', noticeId, by };
    }
    case 2: {
      const changes = { units: { [unit]: { expected: 900 + random.below(300) } } };
      const reason = 'a new estimate';
      return { type: 'amend', amendId: id, contest: contest.id, changes, reason, by };
    }
    case 3: {
      const type = random.oneIn(2) ? 'lock' : 'unlock';
      return { type, lockId: id, contest: contest.id, reason: 'a look at the numbers', by };
    }
    default:
      return { type: 'report', reports: [reportOf(random, contest.id, unit, id)], by };
  }
}

function reportOf(random: SeededRandom, contest: ContestId, unit: UnitId, reportId: string) {
  const some = CHOICES.filter(() => random.oneIn(2));
  const votes = Object.fromEntries(
    some.map((id): [ChoiceId, number] => [id as ChoiceId, random.below(400)]),
  );
  return makeReport(votes, {
    reportId,
    contest,
    unit,
    method: random.pick(['election-day', 'early']),
    status: random.pick(['partial', 'partial', 'complete']),
    reason: 'a later version of the county’s file',
  });
}
