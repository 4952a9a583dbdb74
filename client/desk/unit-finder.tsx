import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { UnitId } from '../../shared/basics/ids.ts';
import type { ReportStatus } from '../../shared/count/report.ts';
import { deskWords } from '../words/desk.ts';
import { integer, type Language } from '../words/format.ts';
import { DeskIcon } from './desk-icon.tsx';
import { type Findable, findUnits } from './find-units.ts';

/** A unit in the list, with what is to be known of it before it is opened. */
export interface FoundUnit extends Findable {
  readonly unit: UnitId;
  readonly status: ReportStatus;
  /** What waits here: keyed and not published, on its way, or held. */
  readonly waits: 'draft' | 'sending' | 'held' | null;
}

const FILTERS = ['none', 'partial', 'complete', 'draft'] as const;
type Filter = (typeof FILTERS)[number];

/** More rows than anyone looks through: those who want another one type. */
const MOST_ROWS = 250;

/** The left column: find a unit by its name, county or id, with the arrows and Enter. */
export function UnitFinder({
  units,
  chosen,
  onOpen,
  inputRef,
  language,
}: {
  units: readonly FoundUnit[];
  chosen: UnitId | null;
  onOpen: (unit: UnitId) => void;
  inputRef: RefObject<HTMLInputElement | null>;
  language: Language;
}) {
  const text = deskWords(language);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<Filter | null>(null);
  const [at, setAt] = useState(0);
  const found = findUnits(filter === null ? units : units.filter(passes(filter)), typed);
  const rows = found.slice(0, MOST_ROWS);
  const active = rows[Math.min(at, rows.length - 1)];

  function move(event: KeyboardEvent<HTMLInputElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const isOverAll = selectionStart === 0 && selectionEnd === typed.length;
    // Whoever is here already and presses the key that leads here means a new search.
    if (event.key === '/' && isOverAll) return event.preventDefault();
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10 }[
      event.key
    ];
    if (to !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(rows.length - 1, to));
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView?.({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.ctrlKey && active !== undefined) {
      event.preventDefault();
      onOpen(active.unit);
    }
  }

  return (
    <section className="desk-finder" aria-label={text.units}>
      <label className="desk-find">
        <span className="unseen">{text.find}</span>
        <input
          ref={inputRef}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active === undefined ? undefined : `${id}-${rows.indexOf(active)}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={text.find}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={move}
          onFocus={(event) => event.target.select()}
        />
        <kbd>/</kbd>
      </label>
      <fieldset className="desk-counts">
        <legend className="unseen">{text.units}</legend>
        {FILTERS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={filter === one}
            onClick={() => {
              setFilter(filter === one ? null : one);
              setAt(0);
            }}
          >
            <b>{integer(units.filter(passes(one)).length, language)}</b>
            <span>{one === 'draft' ? text.drafts : text.status[one]}</span>
          </button>
        ))}
      </fieldset>
      <div className="desk-units" role="listbox" id={`${id}-list`} aria-label={text.units}>
        {rows.map((unit, row) => (
          <UnitRow
            key={unit.unit}
            id={`${id}-${row}`}
            unit={unit}
            isActive={unit === active}
            isChosen={unit.unit === chosen}
            onOpen={onOpen}
            language={language}
          />
        ))}
      </div>
      {rows.length === 0 && <p className="desk-note">{text.noneFound}</p>}
      {found.length > rows.length && (
        <p className="desk-note">{text.more(integer(found.length - rows.length, language))}</p>
      )}
    </section>
  );
}

function UnitRow({
  id,
  unit,
  isActive,
  isChosen,
  onOpen,
  language,
}: {
  id: string;
  unit: FoundUnit;
  isActive: boolean;
  isChosen: boolean;
  onOpen: (unit: UnitId) => void;
  language: Language;
}) {
  const text = deskWords(language);
  const waits = { draft: text.isDraft, sending: text.isSending, held: text.isHeld };
  const said = unit.waits === null ? text.status[unit.status] : waits[unit.waits];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field above has the focus, as the combobox pattern asks
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
    <div
      id={id}
      role="option"
      className="desk-unit"
      aria-selected={isChosen}
      data-active={isActive}
      onClick={() => onOpen(unit.unit)}
    >
      <DeskIcon sign={unit.waits ?? unit.status} />
      <b>{unit.name}</b>
      <span>{unit.parent === null ? said : `${unit.parent}, ${said}`}</span>
    </div>
  );
}

function passes(filter: Filter): (unit: FoundUnit) => boolean {
  return ({ status, waits }) => (filter === 'draft' ? waits === 'draft' : status === filter);
}
