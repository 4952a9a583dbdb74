import type { Picture } from '../picture/picture.ts';
import { callText } from '../words/call-text.ts';
import { clockTime } from '../words/format.ts';
import { words } from '../words/words.ts';

/** Who has called what and when; those under review and retracted say so and stay. */
export function CallList({ definition, standing, language }: Picture) {
  const text = words(language);
  if (standing.calls.length === 0) return null;
  const { timeZone } = definition.election;
  return (
    <section className="calls">
      <h2 className="section-title">{text.calls}</h2>
      <ul>
        {standing.calls.map((call) => (
          <li key={call.callId} className="call" data-state={call.state}>
            <strong className="call-text">{callText(call, definition, language)}</strong>
            <span className="quiet">
              {call.source !== null && `${text.calledBy(call.source)}, `}
              {clockTime(call.nightAt, timeZone, language)}
            </span>
            {call.state === 'under-review' && <strong>{text.underReview}</strong>}
            {call.retraction !== null && (
              <span>
                {text.retracted(
                  clockTime(call.retraction.nightAt, timeZone, language),
                  call.retraction.reason,
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
