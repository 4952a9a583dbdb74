import { assertNever } from '../../shared/basics/assert.ts';
import { msOf, parseInstant } from '../../shared/basics/instant.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Standing } from '../../shared/results/standing.ts';
import type { Link } from '../live/link.ts';
import { dayIn, dayText, type Language } from '../words/format.ts';
import { nameOf, namesText } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import { calledOf } from './called.ts';

/** One of the closed list of status words, with the look that goes with it. */
export interface Status {
  readonly text: string;
  /** `live`: outline with a dot; `open`: outline; `early`: dashed; `decided`: solid ink; `plain`: no frame. */
  readonly look: 'live' | 'open' | 'early' | 'decided' | 'plain';
}

/** The state of a contest in the fewest words. Whether the page itself is up to date is said elsewhere. */
export function statusOf(definition: Definition, standing: Standing, language: Language): Status {
  const text = words(language);
  const { timeZone } = definition.election;
  if (standing.certified !== null) {
    const day = dayText(dayIn(standing.certified.at, timeZone), language);
    return { text: text.certified(day), look: 'plain' };
  }
  if (!standing.open) return { text: text.pollsOpen, look: 'open' };
  return (
    calledStatus(definition, standing, language) ??
    provedStatus(definition, standing, language) ??
    countingStatus(standing, language)
  );
}

/** What editors have said goes before what arithmetic proves: only it may say "won". */
function calledStatus(
  definition: Definition,
  standing: Standing,
  language: Language,
): Status | null {
  const text = words(language);
  const called = calledOf(definition, standing);
  if (called === null) return null;
  if (called.state === 'under-review') return { text: text.callUnderReview, look: 'open' };
  const all = called.choices.map((id) => nameOf(definition, id));
  const names = namesText(all, language);
  switch (called.type) {
    case 'winner':
      return { text: text.won(names), look: 'decided' };
    case 'runoff':
      return { text: text.runoff(runoffDay(definition, language)), look: 'decided' };
    case 'advance':
      return { text: text.calledAdvance(names, all.length), look: 'decided' };
    case 'too-early':
      return { text: text.tooEarly, look: 'early' };
    case 'too-close':
      return null;
    default:
      return assertNever(called.type);
  }
}

function provedStatus(
  definition: Definition,
  { outcome, recount, reporting }: Standing,
  language: Language,
): Status | null {
  const text = words(language);
  switch (outcome.state) {
    case 'open':
      return recount && reporting.units > 0 && reporting.complete === reporting.units
        ? { text: text.recountPossible, look: 'open' }
        : null;
    case 'win-certain':
      return { text: text.cannotBeOvertaken, look: 'decided' };
    case 'runoff-certain':
      return { text: text.runoff(runoffDay(definition, language)), look: 'decided' };
    case 'advance-certain': {
      const names = outcome.advancing.map((id) => nameOf(definition, id));
      return {
        text: text.calledAdvance(namesText(names, language), names.length),
        look: 'decided',
      };
    }
    case 'pass-certain':
      return { text: text.passed, look: 'decided' };
    case 'fail-certain':
      return { text: text.failed, look: 'decided' };
    case 'tied':
      return { text: text.tied, look: 'open' };
    case 'uncontested':
      return { text: text.uncontested, look: 'decided' };
  }
}

function countingStatus(standing: Standing, language: Language): Status {
  const text = words(language);
  if (standing.counted === 0) return { text: text.tooEarly, look: 'early' };
  if (isPaused(standing)) return { text: text.countPaused, look: 'open' };
  return { text: text.counting, look: 'live' };
}

/** A notice is in force and no votes have come since. */
function isPaused({ notices, asOf }: Standing): boolean {
  const newest = asOf === null ? null : parseInstant(asOf);
  return (
    newest !== null &&
    notices.some(({ since, until }) => until === null && msOf(since) >= msOf(newest))
  );
}

function runoffDay({ contest }: Definition, language: Language): string | null {
  return contest.next?.date == null ? null : dayText(contest.next.date, language);
}

/** The look of a status while the link is as it is: nothing old or stalled bears the mark of what is live. */
export function lookNow({ look }: Status, { state }: Link): Status['look'] {
  return look === 'live' && state !== 'live' && state !== 'connecting' ? 'open' : look;
}
