import type { Instant } from '../../shared/basics/instant.ts';
import type { PublicCorrection } from '../../shared/count/tally.ts';
import type { Picture } from '../picture/picture.ts';
import { callText } from '../words/call-text.ts';
import { correctedPlace, reasonText, withdrawnText } from '../words/correction-text.ts';
import { clockTime, integer, nightTimeInZone } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { words } from '../words/words.ts';

interface Update {
  readonly key: string;
  readonly at: Instant;
  readonly kind: string | null;
  readonly text: string;
}

/** Calls, notices and corrections, newest first: nothing that was public ever goes from here. */
export function UpdateList(picture: Picture) {
  const { definition, language } = picture;
  const text = words(language);
  const updates = updatesOf(picture);
  return (
    <section className="ruled">
      <h2 className="section-title">{text.updates}</h2>
      {updates.length === 0 && <p className="quiet">{text.noUpdates}</p>}
      <ol className="updates">
        {updates.map(({ key, at, kind, text }) => (
          <li key={key} className="update">
            <time className="quiet" dateTime={at}>
              {nightTimeInZone(at, definition.election, language)}
            </time>
            <span>
              {kind !== null && <strong>{kind}. </strong>}
              {text}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function updatesOf(picture: Picture): readonly Update[] {
  const updates = [...callsIn(picture), ...noticesIn(picture), ...correctionsIn(picture)];
  return updates.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

function callsIn({ definition, standing, language }: Picture): readonly Update[] {
  const text = words(language);
  return standing.calls.flatMap((call): Update[] => {
    const by = call.source === null ? '' : ` (${text.calledBy(call.source)})`;
    const called = callText(call, definition, language) + by;
    const made = { key: `call ${call.callId}`, at: call.nightAt, kind: null, text: called };
    if (call.retraction === null) return [made];
    const { nightAt, reason } = call.retraction;
    const time = clockTime(nightAt, definition.election.timeZone, language);
    const back = `${called}. ${text.retracted(time, reason)}`;
    return [made, { key: `retraction ${call.callId}`, at: nightAt, kind: null, text: back }];
  });
}

function noticesIn({ standing, language }: Picture): readonly Update[] {
  return standing.notices.map(({ noticeId, since, text }) => ({
    key: `notice ${noticeId}`,
    at: since,
    kind: null,
    text: (language === 'es' ? text.es : undefined) ?? text.en,
  }));
}

function correctionsIn(picture: Picture): readonly Update[] {
  const text = words(picture.language);
  return picture.standing.corrections.map((correction) => ({
    key: `correction ${correction.seq}`,
    at: correction.nightAt,
    kind: text.correction,
    text: correctionText(correction, picture),
  }));
}

/** What, where, from, to and why. */
function correctionText(correction: PublicCorrection, { definition, language }: Picture): string {
  const text = words(language);
  const withdrawn = withdrawnText(correction, definition, language);
  const what = correction.changes.map(({ choice, from, to }) =>
    text.change(nameOf(definition, choice), integer(from, language), integer(to, language)),
  );
  const reason = reasonText(correction.reason, language);
  const said = [withdrawn, ...what, reason].filter((part) => part !== null && part !== '');
  const place = correctedPlace(correction, language);
  return [place, said.join('. ')].filter((part) => part !== '').join(': ');
}
