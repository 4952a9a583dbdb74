import { deskWords } from '../words/desk.ts';
import { clockTime } from '../words/format.ts';
import { words } from '../words/words.ts';
import { DeskIcon } from './desk-icon.tsx';
import type { DeskView } from './desk-view.ts';
import type { DraftPlace } from './draft.ts';
import type { OutboxState, Sending } from './outbox.ts';
import { replyText } from './reply-text.ts';

/** The foot of the desk: what was published here and what became of it, newest first. */
export function SessionLog({
  outbox,
  definition,
  language,
  onOpen,
}: Pick<DeskView, 'definition' | 'language'> & {
  outbox: OutboxState;
  onOpen: (place: DraftPlace) => void;
}) {
  const text = deskWords(language);
  const { waiting, answered, trouble } = outbox;
  const unsent = {
    sign: 'sending',
    said: trouble === null ? text.waiting : text.unsentItem,
  } as const;
  const lines = [
    ...waiting.toReversed().map((sending) => ({ sending, ...unsent })),
    ...answered.map((sending) => ({ sending, ...replyText(sending.reply, language) })),
  ];
  return (
    <section className="desk-log" aria-label={text.log}>
      {lines.length === 0 && <p className="desk-note">{text.logNothing}</p>}
      <div role="log">
        <ol>
          {lines.map(({ sending, sign, said }) => (
            <li key={sending.report.reportId} data-sign={sign}>
              <time>{clockTime(sending.nightAt, definition.election.timeZone, language)}</time>
              <DeskIcon sign={sign} />
              <b>{placeText(sending, language)}</b>
              <span>{said}</span>
              {sign === 'stop' && sending.report.contest === definition.contest.id && (
                <button type="button" onClick={() => onOpen(sending.report)}>
                  {text.open}
                </button>
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function placeText({ label, report }: Sending, language: DeskView['language']): string {
  return `${label}, ${words(language).methods[report.method]}`;
}
