import type { ChoiceId } from '../../shared/basics/ids.ts';
import { votesFor } from '../../shared/count/votes-for.ts';
import { deskWords } from '../words/desk.ts';
import { integer } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import type { DeskView } from './desk-view.ts';
import { keyedVotes } from './draft.ts';
import { keyedNumber } from './keyed-number.ts';
import type { Keying } from './use-keying.ts';

interface Row {
  /** null: the ballots cast. */
  readonly id: ChoiceId | null;
  readonly mine: string;
  readonly theirs: number | null;
}

/** Two people keyed one place: both versions side by side, so that nobody overwrites anybody unknowingly. */
export function ConflictPanel({
  keying,
  definition,
  language,
}: Pick<DeskView, 'definition' | 'language'> & { keying: Keying }) {
  const text = deskWords(language);
  const { draft, cells } = keying;
  const theirs = cells.get(draft.method);
  const version = theirs?.version ?? 0;
  const rows = definition.contest.choices
    .map(
      ({ id }): Row => ({
        id,
        mine: keyedVotes(draft, id).trim(),
        theirs: theirs === undefined ? null : votesFor(theirs, id),
      }),
    )
    .concat({ id: null, mine: draft.ballotsCast.trim(), theirs: theirs?.ballotsCast ?? null })
    .filter(({ mine, theirs }) => mine !== '' && !isNumber(mine, theirs));
  return (
    <section className="desk-conflict" role="alert">
      <h2>{text.conflictTitle}</h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{text.mine}</th>
            <th scope="col">{text.theirs(version)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.id === null ? text.ballotsCast : nameOf(definition, row.id)}</th>
              <td>{row.mine}</td>
              <td>{row.theirs === null ? text.noCount : integer(row.theirs, language)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words(language).methods[draft.method]}</th>
            <td>{text.reports[draft.complete ? 'complete' : 'partial']}</td>
            <td>
              {theirs === undefined || theirs.status === 'none'
                ? text.noCount
                : text.reports[theirs.status]}
            </td>
          </tr>
        </tbody>
      </table>
      <div className="desk-buttons">
        <button type="button" className="button" onClick={keying.discard}>
          {text.takeTheirs}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => keying.change({ basedOn: version })}
        >
          {text.keepMine}
        </button>
      </div>
    </section>
  );
}

function isNumber(typed: string, number: number | null): boolean {
  const keyed = keyedNumber(typed);
  return keyed.state === 'number' && keyed.value === number;
}
