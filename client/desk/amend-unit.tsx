import { useId, useState } from 'react';
import type { UnitId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Amendment, UnitAmendment } from '../../shared/election/amendment.ts';
import type { Method } from '../../shared/election/method.ts';
import { amendmentWords } from '../words/desk-amendments.ts';
import { integer, NOTHING } from '../words/format.ts';
import { words } from '../words/words.ts';
import type { AmendParts } from './amend-parts.ts';
import { CountField } from './count-field.tsx';
import { DialogField } from './dialog-field.tsx';
import { keyedNumber } from './keyed-number.ts';
import type { ListedUnit } from './listed-unit.ts';
import { zonedInstant } from './zoned-instant.ts';

type Figures = Readonly<Record<string, string>>;

/** Registration, expected vote, poll-book turnout and closing of one unit; what is left blank stays. */
export function AmendUnit({ units, definition, language, onChange }: AmendParts) {
  const text = amendmentWords(language);
  const known = words(language).methods;
  const id = useId();
  const [unit, setUnit] = useState<ListedUnit | null>(null);
  const [figures, setFigures] = useState<Figures>({});
  const [closes, setCloses] = useState('');
  const { timeZone } = definition.election;

  function keep(next: ListedUnit | null, typed: Figures, shown: string) {
    setUnit(next);
    setFigures(typed);
    setCloses(shown);
    onChange(next === null ? null : changesOf(next, typed, zonedInstant(shown, timeZone)));
  }

  const field = (key: string, label: string, now: number | null | undefined) => {
    const value = figures[key] ?? '';
    const keyed = keyedNumber(value);
    return (
      <CountField
        key={key}
        label={label}
        value={value}
        slip={keyed.state === 'refused' ? keyed.why : null}
        isLocked={false}
        hint={now === undefined ? text.unchanged : now === null ? NOTHING : integer(now, language)}
        language={language}
        onChange={(typed) => keep(unit, { ...figures, [key]: typed }, closes)}
      >
        {label}
      </CountField>
    );
  };

  return (
    <>
      <p className="dialog-field">
        <label htmlFor={id}>{text.unit}</label>
        <select
          id={id}
          value={unit?.unit ?? ''}
          onChange={(event) =>
            keep(units.find((one) => one.unit === event.target.value) ?? null, {}, '')
          }
        >
          <option value="">{NOTHING}</option>
          {units.map((one) => (
            <option key={one.unit} value={one.unit}>
              {one.parent === null ? one.name : `${one.name}, ${one.parent}`}
            </option>
          ))}
        </select>
      </p>
      {unit !== null && (
        <>
          <div className="amend-figures">
            {field('registered', text.registered, unit.registered)}
            {definition.contest.expectedBy !== null &&
              field('expected', text.expected, unit.expected)}
            {unit.countedBy.map((method) => field(method, text.turnout(known[method]), undefined))}
          </div>
          <DialogField
            label={text.closesHere}
            type="datetime-local"
            value={closes}
            onChange={(shown) => keep(unit, figures, shown)}
          >
            <small className="desk-note">{text.zone(timeZone)}</small>
          </DialogField>
        </>
      )}
    </>
  );
}

/** null while a field holds no number, or none is filled in. */
function changesOf(
  unit: ListedUnit,
  figures: Figures,
  pollsClose: Instant | null,
): Amendment | null {
  const keyed = Object.entries(figures).map(([key, typed]) => [key, keyedNumber(typed)] as const);
  if (keyed.some(([, { state }]) => state === 'refused')) return null;
  const numbers = new Map(
    keyed.flatMap(([key, one]) => (one.state === 'number' ? [[key, one.value] as const] : [])),
  );
  if (numbers.size === 0 && pollsClose === null) return null;
  const [registered, expected] = [numbers.get('registered'), numbers.get('expected')];
  const turnout = unit.countedBy.flatMap((method): [Method, number][] => {
    const ballots = numbers.get(method);
    return ballots === undefined ? [] : [[method, ballots]];
  });
  const change: UnitAmendment = {
    ...(registered !== undefined && { registered }),
    ...(expected !== undefined && { expected }),
    ...(turnout.length > 0 && { turnout: Object.fromEntries(turnout) }),
    ...(pollsClose !== null && { pollsClose }),
  };
  // `as`: Object.fromEntries forgets the brand.
  return { units: Object.fromEntries([[unit.unit, change]]) as Record<UnitId, UnitAmendment> };
}
