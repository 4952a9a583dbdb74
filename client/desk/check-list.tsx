import { deskWords } from '../words/desk.ts';
import { integer, type Language } from '../words/format.ts';
import type { DeskPerson } from './desk-api.ts';
import { DeskIcon, type DeskSign } from './desk-icon.tsx';
import type { Keying } from './use-keying.ts';

interface Line {
  readonly key: string;
  readonly sign: DeskSign;
  readonly title: string;
  /** The server's own sentence, which is English. */
  readonly detail?: string;
}

/** What is checked while it is keyed: what is fine, what to look at again, and what stops it. */
export function CheckList(props: {
  keying: Keying;
  role: DeskPerson['role'];
  isLocked: boolean;
  language: Language;
}) {
  const text = deskWords(props.language);
  const lines = [...stopLines(props), ...lookLines(props), ...fineLines(props)];
  const { willHold, isTouched } = props.keying;
  return (
    <ul className="desk-checks" aria-live="polite">
      {lines.map(({ key, sign, title, detail }) => (
        <li key={key} data-sign={sign}>
          <DeskIcon sign={sign} />
          <span>
            {sign === 'look' && <b>{text.lookAgain}: </b>}
            {title}
            {detail !== undefined && <small lang="en">{detail}</small>}
          </span>
        </li>
      ))}
      {willHold && isTouched && (
        <li data-sign="held">
          <DeskIcon sign="held" />
          <b>{text.willHold}</b>
        </li>
      )}
    </ul>
  );
}

type LineParts = Parameters<typeof CheckList>[0];

/** That nothing has been keyed yet needs no alarm: the publishing bar says it. */
function stopLines({ keying, language }: LineParts): readonly Line[] {
  const { stops } = deskWords(language);
  return keying.review.stops
    .filter((stop) => stop !== 'nothing-keyed' && stop !== 'nothing-new')
    .map((stop) => ({ key: stop, sign: 'stop', title: stops[stop] }));
}

function lookLines({ keying, isLocked, language }: LineParts): readonly Line[] {
  const text = deskWords(language);
  const { review, isTouched, cells, draft } = keying;
  if (!isTouched) return [];
  const known: Readonly<Record<string, string>> = text.checks;
  const checks = review.checks.map(
    ({ code, message }): Line => ({
      key: code,
      sign: 'look',
      title: known[code] ?? code,
      detail: message,
    }),
  );
  const isBlank = review.blanks > 0 && !review.stops.includes('nothing-keyed');
  const blank = cells.has(draft.method) ? text.blanksKeep : text.blanksZero;
  return [
    ...checks,
    ...(isLocked ? [{ key: 'locked', sign: 'look' as const, title: text.checks.locked }] : []),
    ...(isBlank
      ? [{ key: 'blanks', sign: 'look' as const, title: `${text.blanks(review.blanks)}. ${blank}` }]
      : []),
  ];
}

function fineLines({ keying, language }: LineParts): readonly Line[] {
  const text = deskWords(language);
  const { review, unit, isTouched, cells, draft } = keying;
  if (!isTouched || review.stops.includes('slips')) return [];
  const wrong = new Set(review.checks.map(({ code }) => code));
  const fine: readonly (Line | false)[] = [
    unit.registered !== null &&
      !wrong.has('over-registered') && {
        key: 'registered',
        sign: 'fine',
        title: text.withinRegistered(integer(unit.registered, language)),
      },
    review.after.ballotsCast !== null &&
      !wrong.has('over-ballots') && { key: 'ballots', sign: 'fine', title: text.withinBallots },
    cells.has(draft.method) &&
      !wrong.has('drop') && { key: 'drop', sign: 'fine', title: text.noDrop },
  ];
  return fine.filter((line) => line !== false);
}
