import { msOf } from '../../shared/basics/instant.ts';
import type { PublicCorrection, Tally } from '../../shared/count/tally.ts';
import { nightMs } from '../live/night-ms.ts';
import { useLive } from '../live/use-live.tsx';
import type { Picture } from '../picture/picture.ts';
import { withdrawnText } from '../words/correction-text.ts';
import { integer } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { screenWords } from '../words/screen.ts';
import { words } from '../words/words.ts';
import { noticeAt, verdictOf } from './verdict.ts';

/** So long a correction stands on the screen, in the night's time. */
const CORRECTION_MS = 10 * 60_000;

/** What must not be missed whatever else is shown: a fresh correction, reports under review, a notice that the verdict left no room for. */
export function ScreenAlert(props: Picture & { tally: Tally }) {
  const { standing, language, tally } = props;
  const correction = standing.corrections.at(-1);
  const fresh = useLive(
    ({ now }) =>
      correction !== undefined &&
      nightMs(tally.clock, now) - msOf(correction.nightAt) < CORRECTION_MS,
  );
  const notice = verdictOf(standing) === null ? null : noticeAt(standing, null);
  const said = [
    fresh && correction !== undefined ? correctionText(props, correction) : null,
    standing.holds > 0 ? screenWords(language).underReview(standing.holds) : null,
    notice === null ? null : ((language === 'es' ? notice.text.es : undefined) ?? notice.text.en),
  ].filter((text) => text !== null);
  if (said.length === 0) return null;
  return <p className="screen-alert">{said.join('. ')}</p>;
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
