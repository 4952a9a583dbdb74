import type { Instant } from '../../shared/basics/instant.ts';
import type { SettledHold } from '../../shared/wire/desk-messages.ts';
import { deskWords } from '../words/desk.ts';
import { clockTime } from '../words/format.ts';
import { namesText } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import { DeskIcon, type DeskSign } from './desk-icon.tsx';
import type { DeskView } from './desk-view.ts';
import type { DraftPlace } from './draft.ts';
import type { ListedUnit } from './listed-unit.ts';
import type { OutboxState, Sending } from './outbox.ts';
import { replyText } from './reply-text.ts';
import { settledText } from './settled-text.ts';

interface LogProps extends Pick<DeskView, 'definition' | 'language'> {
  readonly outbox: OutboxState;
  readonly settled: readonly SettledHold[];
  readonly units: readonly ListedUnit[];
  readonly onOpen: (place: DraftPlace) => void;
}

interface Line {
  readonly key: string;
  readonly nightAt: Instant;
  readonly sign: DeskSign;
  readonly place: string;
  readonly said: string;
  /** What is to be done over. */
  readonly open: DraftPlace | null;
}

/** The foot of the desk: what was published here and what became of it, newest first. */
export function SessionLog(props: LogProps) {
  const { definition, language, outbox, onOpen } = props;
  const text = deskWords(language);
  const done = [
    ...settledLines(props),
    ...outbox.answered.map((sending) => line(props, sending, replyText(sending.reply, language))),
  ];
  const lines = [
    ...waitingLines(props),
    ...done.toSorted((one, other) => (one.nightAt < other.nightAt ? 1 : -1)),
  ];
  return (
    <section className="desk-log" aria-label={text.log}>
      {lines.length === 0 && <p className="desk-note">{text.logNothing}</p>}
      <div role="log">
        <ol>
          {lines.map(({ key, nightAt, sign, place, said, open }) => (
            <li key={key} data-sign={sign}>
              <time>{clockTime(nightAt, definition.election.timeZone, language)}</time>
              <DeskIcon sign={sign} />
              <b>{place}</b>
              <span>{said}</span>
              {open !== null && (
                <button type="button" onClick={() => onOpen(open)}>
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

function waitingLines(props: LogProps): readonly Line[] {
  const text = deskWords(props.language);
  const { waiting, trouble } = props.outbox;
  const said = trouble === null ? text.waiting : text.unsentItem;
  return waiting.toReversed().map((sending) => line(props, sending, { sign: 'sending', said }));
}

function line(
  { definition, language }: LogProps,
  { report, label, nightAt }: Sending,
  { sign, said }: { sign: DeskSign; said: string },
): Line {
  const place = `${label}, ${words(language).methods[report.method]}`;
  const isOpen = sign === 'stop' && report.contest === definition.contest.id;
  return { key: report.reportId, nightAt, sign, place, said, open: isOpen ? report : null };
}

/** What was decided of this person's held reports, also of those keyed before the page was opened. */
function settledLines({ definition, language, settled, units }: LogProps): readonly Line[] {
  const known = words(language).methods;
  return settled
    .filter(({ contest }) => contest === definition.contest.id)
    .map((hold) => {
      const { holdId, contest, unit, reports, nightAt } = hold;
      const name = units.find((one) => one.unit === unit)?.name ?? unit;
      const methods = namesText(
        reports.map(({ method }) => known[method]),
        language,
      );
      const { sign, said } = settledText(hold, language);
      const [first] = reports;
      const open = sign === 'stop' && first ? { contest, unit, method: first.method } : null;
      return { key: holdId, nightAt, sign, place: `${name}, ${methods}`, said, open };
    });
}
