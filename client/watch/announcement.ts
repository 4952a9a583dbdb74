import type { Call } from '../../shared/count/call.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { lineOf } from '../../shared/election/rule.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { heroOf } from '../picture/hero.ts';
import { countedText } from '../picture/page-title.ts';
import { callText } from '../words/call-text.ts';
import { type Language, nightTime } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { shareText } from '../words/share-text.ts';
import { words } from '../words/words.ts';

/** The state in a breath: Ossoff 50.3%, over the line. 75% of expected vote counted. */
export function announcementOf(
  definition: Definition,
  standing: Standing,
  language: Language,
): string {
  const text = words(language);
  if (standing.counted === 0) return text.noVotesYet;
  const hero = heroOf(definition, standing);
  const counted = countedText(standing, language);
  const said = text.announceShare(
    nameOf(definition, hero.id),
    shareOf(definition, standing, language),
    hero.overLine ? text.announceOver : text.announceUnder,
  );
  return counted === null ? said : `${said} ${text.expectedCounted(counted)}.`;
}

/** What may not wait: a crossing, a call, a correction; null for anything else. */
export function urgentOf(
  definition: Definition,
  before: Standing,
  after: Standing,
  language: Language,
): string | null {
  const text = words(language);
  const call = after.calls.find(
    ({ callId, state }) => before.calls.find((one) => one.callId === callId)?.state !== state,
  );
  if (call !== undefined) {
    return text.announceCall(callNews(call, definition, language));
  }
  const hero = heroOf(definition, after);
  const was = before.choices.find(({ id }) => id === hero.id);
  if (before.counted > 0 && was !== undefined && was.overLine !== hero.overLine) {
    const side = hero.overLine ? text.announceOver : text.announceUnder;
    return text.announceCrossed(
      nameOf(definition, hero.id),
      shareOf(definition, after, language),
      side,
    );
  }
  const corrected = after.corrections.at(-1)?.seq !== before.corrections.at(-1)?.seq;
  return corrected ? text.announceCorrection : null;
}

/** What the call says, and what has become of it. */
function callNews(call: Call, definition: Definition, language: Language): string {
  const said = callText(call, definition, language);
  const text = words(language);
  if (call.state === 'under-review') return `${said}. ${text.underReview}`;
  if (call.state === 'public' && call.reinstated !== undefined)
    return `${said}. ${text.callReinstated}`;
  if (call.retraction === null || call.state !== 'retracted') return said;
  const time = nightTime(call.retraction.nightAt, definition.election, language);
  return `${said}. ${text.retracted(time, call.retraction.reason)}`;
}

function shareOf(definition: Definition, standing: Standing, language: Language): string {
  const hero = heroOf(definition, standing);
  return shareText(
    { num: hero.votes, den: standing.counted },
    lineOf(definition.contest.rule),
    language,
  );
}
