import { useId, useState } from 'react';
import type { Amendment } from '../../shared/election/amendment.ts';
import type { LateBallots } from '../../shared/election/contest.ts';
import { METHODS, type Method } from '../../shared/election/method.ts';
import { amendmentWords } from '../words/desk-amendments.ts';
import { words } from '../words/words.ts';
import type { AmendParts } from './amend-parts.ts';
import { DialogField } from './dialog-field.tsx';
import { keyedNumber } from './keyed-number.ts';

/** Late ballots of one method, as they are keyed. */
interface LateRow {
  readonly method: Method | null;
  readonly bound: string;
  readonly source: string;
  readonly until: string;
}

/** The whole list of late ballots, as it will be; where it is empty, why. */
export function AmendLate({ definition, language, onChange }: AmendParts) {
  const text = amendmentWords(language);
  const { contest } = definition;
  const [rows, setRows] = useState<readonly LateRow[]>(() => contest.late.map(rowOf));
  const [none, setNone] = useState(contest.lateNone ?? '');

  function keep(next: readonly LateRow[], why: string) {
    setRows(next);
    setNone(why);
    onChange(changesOf(next, why));
  }
  const free = METHODS.find(
    (method) => method !== 'total' && rows.every((row) => row.method !== method),
  );

  return (
    <>
      {rows.map((row, at) => (
        <LateFields
          key={row.method ?? ''}
          row={row}
          taken={rows.map(({ method }) => method)}
          language={language}
          onRow={(changed) => keep(rows.with(at, changed), none)}
          onRemove={() => keep(rows.toSpliced(at, 1), none)}
        />
      ))}
      {free !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() =>
            keep([...rows, rowOf({ method: free, bound: null, source: null, until: null })], none)
          }
        >
          {text.addLate}
        </button>
      )}
      {rows.length === 0 && (
        <DialogField label={text.lateNone} value={none} onChange={(why) => keep(rows, why)} />
      )}
    </>
  );
}

function LateFields({
  row,
  taken,
  language,
  onRow,
  onRemove,
}: Pick<AmendParts, 'language'> & {
  row: LateRow;
  taken: readonly (Method | null)[];
  onRow: (row: LateRow) => void;
  onRemove: () => void;
}) {
  const text = amendmentWords(language);
  const known = words(language).methods;
  const id = useId();
  const name = row.method === null ? text.anyMethod : known[row.method];
  return (
    <fieldset className="amend-late">
      <legend>{name}</legend>
      <div className="amend-late-row">
        <p className="dialog-field">
          <label htmlFor={id}>{text.lateMethod}</label>
          <select
            id={id}
            value={row.method ?? ''}
            onChange={(event) =>
              onRow({ ...row, method: METHODS.find((one) => one === event.target.value) ?? null })
            }
          >
            {row.method === null && <option value="">{text.anyMethod}</option>}
            {METHODS.filter(
              (one) => one !== 'total' && (one === row.method || !taken.includes(one)),
            ).map((one) => (
              <option key={one} value={one}>
                {known[one]}
              </option>
            ))}
          </select>
        </p>
        <DialogField
          label={text.bound}
          value={row.bound}
          placeholder={text.noBound}
          onChange={(bound) => onRow({ ...row, bound })}
        />
        <DialogField
          label={text.source}
          value={row.source}
          onChange={(source) => onRow({ ...row, source })}
        />
        <DialogField
          label={text.until}
          type="date"
          value={row.until}
          onChange={(until) => onRow({ ...row, until })}
        />
        <button type="button" className="button" onClick={onRemove}>
          {text.removeLate(name)}
        </button>
      </div>
    </fieldset>
  );
}

function rowOf({ method, bound, source, until }: LateBallots): LateRow {
  return {
    method,
    bound: bound === null ? '' : String(bound),
    source: source ?? '',
    until: until ?? '',
  };
}

function changesOf(rows: readonly LateRow[], none: string): Amendment | null {
  if (rows.some(({ bound }) => keyedNumber(bound).state === 'refused')) return null;
  if (rows.length === 0 && none.trim() === '') return null;
  const late = rows.map(({ method, bound, source, until }): LateBallots => {
    const keyed = keyedNumber(bound);
    return {
      method,
      bound: keyed.state === 'number' ? keyed.value : null,
      source: source.trim() === '' ? null : source.trim(),
      until: until === '' ? null : until,
    };
  });
  return rows.length === 0 ? { late, lateNone: none.trim() } : { late };
}
