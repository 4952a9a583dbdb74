import type { JudgedCall } from '../../shared/results/standing.ts';
import type { Picture } from '../picture/picture.ts';
import { callText } from '../words/call-text.ts';
import { nightTimeInZone } from '../words/format.ts';
import { words } from '../words/words.ts';

/** Who has called what and when; those in doubt, contradicted or retracted say so and stay. */
export function CallList(picture: Picture) {
  const { standing, language } = picture;
  if (standing.calls.length === 0) return null;
  return (
    <section className="calls">
      <h2 className="section-title">{words(language).calls}</h2>
      <ul>
        {standing.calls.map((call) => (
          <CallItem key={call.callId} call={call} {...picture} />
        ))}
      </ul>
    </section>
  );
}

function CallItem({ call, definition, language }: Picture & { call: JudgedCall }) {
  const text = words(language);
  const said = callText(call, definition, language);
  const since = nightTimeInZone(call.nightAt, definition.election, language);
  return (
    <li className="call" data-state={call.state}>
      <strong className="call-text">{call.state === 'retracted' ? <del>{said}</del> : said}</strong>
      <span className="quiet">
        {call.source === null ? since : `${text.calledBy(call.source)}, ${since}`}
      </span>
      {stateTexts(call, { definition, language }).map((line) => (
        <span key={line} className="call-news">
          {line}
        </span>
      ))}
    </li>
  );
}

/** What has become of the call, and what the count says to it. */
function stateTexts(
  { state, suspended, reinstated, retraction, contradicted }: JudgedCall,
  { definition, language }: Pick<Picture, 'definition' | 'language'>,
): readonly string[] {
  const text = words(language);
  const at = (moment: string) => nightTimeInZone(moment, definition.election, language);
  if (retraction !== null) return [text.retracted(at(retraction.nightAt), retraction.reason)];
  const lines: string[] = [];
  if (state === 'under-review' && suspended !== undefined)
    lines.push(text.reviewedSince(at(suspended.nightAt), suspended.reason));
  else if (state === 'under-review') lines.push(text.underReview);
  else if (reinstated !== undefined)
    lines.push(text.reinstated(at(reinstated.nightAt), reinstated.reason));
  if (contradicted) lines.push(text.contradicted);
  return lines;
}
