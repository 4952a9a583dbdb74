import type { Definition } from '../../shared/election/definition.ts';
import type { BootPast, PastStep } from '../../shared/wire/boot.ts';
import { type Language, nightTimeInZone } from '../words/format.ts';
import { words } from '../words/words.ts';
import { pastText } from './past-text.ts';

/** Which moment of the night the page shows, the ways to the changes beside it, and back to now. */
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
      {past.before && (
        <a className="past-step" rel="prev" href={pastQuery(past.before.seq, language)}>
          <span aria-hidden="true">← </span>
          {text.changeBefore(timeOf(past.before))}
        </a>
      )}
      {past.after && (
        <a className="past-step" rel="next" href={pastQuery(past.after.seq, language)}>
          {text.changeAfter(timeOf(past.after))}
          <span aria-hidden="true"> →</span>
        </a>
      )}
      <a className="past-step past-now" href={`/contests/${contest.id}?lang=${language}`}>
        {text.backToNow}
      </a>
    </nav>
  );
}

/** The address, from a contest's own, of the page as it was with the change at `seq`. */
function pastQuery(seq: number, language: Language): string {
  return `?seq=${seq}&lang=${language}`;
}
