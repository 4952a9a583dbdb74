import { type Instant, msOf } from '../../shared/basics/instant.ts';
import type { PublicCorrection, Tally } from '../../shared/count/tally.ts';
import { nightMs } from '../live/night-ms.ts';
import { useLive } from '../live/use-live.tsx';
import { noticeInForce, noticeText } from '../picture/notice-text.ts';
import type { Picture } from '../picture/picture.ts';
import { callText } from '../words/call-text.ts';
import { withdrawnText } from '../words/correction-text.ts';
import { integer } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { screenWords } from '../words/screen.ts';
import { words } from '../words/words.ts';
import { verdictOf } from './verdict.ts';

/** So long a correction or a retraction stands on the screen, in the night's time. */
const FRESH_MS = 10 * 60_000;

/** What must not be missed whatever else is shown, the gravest first. Drawn again only where the words change. */
export function ScreenAlert({ tally, ...picture }: Picture & { tally: Tally }) {
  const said = useLive(({ now }) => alertText(picture, nightMs(tally.clock, now)));
  return said === '' ? null : <p className="screen-alert">{said}</p>;
}

function alertText(picture: Picture, nowMs: number): string {
  const { definition, standing, language } = picture;
  const isFresh = (at: Instant) => nowMs - msOf(at) < FRESH_MS;
  const correction = standing.corrections.at(-1);
  const isCorrected = correction !== undefined && isFresh(correction.nightAt);
  const notice = verdictOf(definition, standing) === null ? null : noticeInForce(standing);
  const said = [
    ...callAlerts(picture, isFresh),
    isCorrected ? correctionText(picture, correction) : null,
    standing.locked ? screenWords(language).locked : null,
    standing.holds > 0 ? screenWords(language).underReview(standing.holds) : null,
    notice === null ? null : noticeText(notice, language),
  ];
  return [...new Set(said.filter((text) => text !== null))].join('. ');
}

/** Of each call what readers must know besides: that it is in doubt, or was taken back. */
function callAlerts(
  { definition, standing, language }: Picture,
  isFresh: (at: Instant) => boolean,
): readonly string[] {
  const text = words(language);
  const decided = verdictOf(definition, standing) !== null;
  return standing.calls.flatMap((call) => {
    const said = callText(call, definition, language);
    if (call.retraction !== null) {
      return isFresh(call.retraction.nightAt) ? [`${text.callRetracted}: ${said}`] : [];
    }
    // Where nothing else is decided, the review has the room beside the bars.
    if (call.state === 'under-review') return decided ? [`${text.callUnderReview}: ${said}`] : [];
    return call.contradicted ? [`${text.contradicted}: ${said}`] : [];
  });
}

/** The place and its largest change, or what is no longer certain. */
function correctionText({ definition, language }: Picture, correction: PublicCorrection): string {
  const text = words(language);
  const withdrawn = withdrawnText(correction, definition, language);
  if (withdrawn !== null) return `${text.correction}: ${withdrawn}`;
  const { unit, unitName, changes } = correction;
  const [largest] = [...changes].sort((one, other) => sizeOf(other) - sizeOf(one));
  const change =
    largest === undefined
      ? null
      : text.change(
          nameOf(definition, largest.choice),
          integer(largest.from, language),
          integer(largest.to, language),
        );
  return [text.correction, unitName ?? unit, change].filter((part) => part !== null).join(': ');
}

function sizeOf({ from, to }: PublicCorrection['changes'][number]): number {
  return Math.abs(to - from);
}
