import type { Definition } from '../../shared/election/definition.ts';
import type { BootPast, PastStep } from '../../shared/wire/boot.ts';
import { type Language, nightTimeInZone } from '../words/format.ts';
import { words } from '../words/words.ts';
import { pastText } from './past-text.ts';

/** Which moment of the night the page shows, the way back to now, and to the changes beside it. */
export function PastBar({
  past,
  definition,
  language,
}: {
  past: BootPast;
  definition: Definition;
  language: Language;
}) {
  const text = words(language);
  const { election, contest } = definition;
  const timeOf = ({ nightAt }: PastStep) => nightTimeInZone(nightAt, election, language);
  return (
    <nav className="past-bar" aria-label={text.pastLabel}>
      <p className="past-moment">{pastText(past, definition, language)}</p>
      <a className="past-step past-now" href={`/contests/${contest.id}?lang=${language}`}>
        {text.backToNow}
      </a>
      {past.before && (
        <a className="past-step" rel="prev" href={pastQuery(past.before.seq, language)}>
          <span aria-hidden="true">← </span>
          {text.changeBefore}
          <span className="past-time">, {timeOf(past.before)}</span>
        </a>
      )}
      {past.after && (
        <a className="past-step" rel="next" href={pastQuery(past.after.seq, language)}>
          {text.changeAfter}
          <span className="past-time">, {timeOf(past.after)}</span>
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
}

/** The address, from a contest's own, of the page as it was with the change at `seq`. */
function pastQuery(seq: number, language: Language): string {
  return `?seq=${seq}&lang=${language}`;
}
