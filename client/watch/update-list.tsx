import { createElement, Fragment, useState } from 'react';
import type { Definition } from '../../shared/election/definition.ts';
import type { HistoryPoint } from '../../shared/wire/history-point.ts';
import type { Picture } from '../picture/picture.ts';
import { type Language, nightTimeInZone } from '../words/format.ts';
import { words } from '../words/words.ts';
import type { Piece, Update } from './update.ts';
import { updatesOf } from './updates-of.ts';
import { useHydrated } from './use-hydrated.ts';

const FIRST = 12;
const MORE = 30;

/** The story of the line, newest first. Once unfolded it stays so, and grows at its head. */
export function UpdateList({ points, ...picture }: Picture & { points: readonly HistoryPoint[] }) {
  const [shown, setShown] = useState(FIRST);
  const ready = useHydrated();
  const text = words(picture.language);
  const updates = updatesOf(picture, points);
  const older = updates.length - shown;
  return (
    <section className="ruled">
      <h2 className="section-title">{text.updates}</h2>
      {updates.length === 0 && <p className="quiet">{text.noUpdates}</p>}
      <ol className="updates">
        {updates.slice(0, shown).map((update) => (
          <UpdateItem key={update.key} update={update} {...picture} />
        ))}
      </ol>
      {older > 0 && (
        <button
          className="button"
          type="button"
          disabled={!ready}
          onClick={() => setShown(shown + MORE)}
        >
          {text.showOlder(older)}
        </button>
      )}
    </section>
  );
}

function UpdateItem({ update, definition, language }: Picture & { update: Update }) {
  const { seq, nightAt, kind, pieces, weight } = update;
  const time = (
    <time dateTime={nightAt}>{nightTimeInZone(nightAt, definition.election, language)}</time>
  );
  return (
    <li className="update" data-weight={weight}>
      {seq === null ? (
        <span className="update-time">{time}</span>
      ) : (
        <a className="update-time" href={pastAddress(definition, seq, language)}>
          {time}
        </a>
      )}
      <span>
        {kind !== null && <strong>{kind}. </strong>}
        <Pieces pieces={pieces} />
      </span>
    </li>
  );
}

/** Children by their place, which need no keys: words may repeat. */
function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const drawn = pieces.map((piece) =>
    typeof piece === 'string' ? piece : createElement('del', null, piece.struck),
  );
  return createElement(Fragment, null, ...drawn);
}

/** The page as it was with that change. */
function pastAddress({ contest }: Definition, seq: number, language: Language): string {
  return `/contests/${contest.id}?seq=${seq}&lang=${language}`;
}
