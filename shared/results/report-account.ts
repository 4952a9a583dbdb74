import { sum } from '../basics/sum.ts';
import type { CountyTally, Tally } from '../count/tally.ts';
import { type Line, lineOf } from '../election/rule.ts';
import { namesOf } from './because.ts';
import { type Terms, totalOf } from './field.ts';
import type { Draft } from './known.ts';
import { clears } from './line-of-votes.ts';
import { lineArgs } from './place-args.ts';
import { printShare } from './print-share.ts';
import { type Ranked, subjectOf } from './ranking.ts';
import type { SentenceArgs } from './standing.ts';

/** "Fulton, 5 precincts, 3,412 votes: Ossoff 50.7% to 50.3%"; null where no votes or precincts changed. */
export function reportAccount(terms: Terms, before: Tally, after: Tally): Draft | null {
  const totals = [totalOf(terms, before.votes), totalOf(terms, after.votes)] as const;
  const where = whereArgs(before, after);
  const added = totals[1] - totals[0];
  if (added < 0) return { key: 'change.corrected-sum', args: { ...where, fewer: -added } };
  const subject = subjectOf(terms, after.votes);
  const isNews = before.units.complete !== after.units.complete || added > 0;
  if (subject === null || totals[1] === 0 || !isNews) return null;
  const line = lineOf(terms.rule);
  const was = before.votes[subject.id] ?? 0;
  const [name] = namesOf(terms, [subject.id]);
  const args = {
    ...where,
    added,
    name: name ?? '',
    beforeVotes: was,
    beforeTotal: totals[0],
    afterVotes: subject.votes,
    afterTotal: totals[1],
    ...(line === null ? {} : lineArgs(line)),
  };
  if (totals[0] === 0) return { key: 'change.first', args };
  return moved(terms, subject, subjectOf(terms, before.votes), line, args);
}

function moved(
  terms: Terms,
  subject: Ranked,
  leaderBefore: Ranked | null,
  line: Line | null,
  args: SentenceArgs & Record<'beforeVotes' | 'beforeTotal' | 'afterVotes' | 'afterTotal', number>,
): Draft {
  const { beforeVotes, beforeTotal, afterVotes, afterTotal } = args;
  if (leaderBefore !== null && leaderBefore.id !== subject.id) {
    const [rival] = namesOf(terms, [leaderBefore.id]);
    return { key: 'change.new-leader', args: { ...args, rival: rival ?? '' } };
  }
  if (
    line !== null &&
    clears(beforeVotes, beforeTotal, line) !== clears(afterVotes, afterTotal, line)
  ) {
    const isOver = clears(afterVotes, afterTotal, line);
    return { key: isOver ? 'change.now-over' : 'change.now-under', args };
  }
  const texts = [
    printShare(beforeVotes, beforeTotal, line),
    printShare(afterVotes, afterTotal, line),
  ] as const;
  return { key: texts[0] === texts[1] ? 'change.still' : 'change.moved', args };
}

/** The counties whose votes changed, and how many precincts they completed. */
function whereArgs(before: Tally, after: Tally): SentenceArgs {
  const changed = Object.entries(after.counties).filter(
    ([name, county]) => !sameVotes(countyOf(before, name), county),
  );
  const names = changed.map(([name]) => name).filter((name) => name !== '');
  const precincts = after.units.complete - before.units.complete;
  const where = precincts > 0 ? 'where.precincts' : 'where.votes';
  const isNamed = names.length > 0 && names.length === changed.length;
  return { where, precincts, ...(isNamed ? { county: names } : {}) };
}

function countyOf({ counties }: Tally, name: string): CountyTally | null {
  return Object.hasOwn(counties, name) ? (counties[name] ?? null) : null;
}

function sameVotes(before: CountyTally | null, after: CountyTally): boolean {
  return before !== null && (before === after || countyVotes(before) === countyVotes(after));
}

function countyVotes({ votes, units }: CountyTally): string {
  const all = Object.values(votes).map((own) => sum(Object.values(own)));
  return `${sum(all)} ${units.complete}`;
}
