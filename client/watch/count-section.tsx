import { useRef } from 'react';
import type { History } from '../live/use-history.ts';
import { heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { nameOf } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import { useLater } from './use-later.ts';

const loadHistory = async () => (await import('./count-history.tsx')).CountHistory;

/** How the count has moved. The picture itself comes when a reader does; its room is kept. */
export function CountSection({ history, ...picture }: Picture & { history: History }) {
  const text = words(picture.language);
  const room = useRef<HTMLDivElement>(null);
  const Count = useLater(room, loadHistory);
  return (
    <section className="ruled count">
      <h2 className="section-title">{text.countMoved}</h2>
      <p className="quiet count-note">{noteText(picture)}</p>
      <div className="count-room" ref={room}>
        {Count !== null && <Count {...picture} history={history} />}
      </div>
    </section>
  );
}

/** What the band is depends on what it rests on: without a line, or without anything known, there is none. */
function noteText({ definition, standing, language }: Picture): string {
  const text = words(language);
  const { expected, bound } = standing.outstanding;
  const name = nameOf(definition, heroOf(definition, standing).id);
  if (standing.line === null || standing.counted === 0) return text.countMovedPlain;
  if (standing.certified !== null) return text.countMovedNoteDone(name);
  if (expected !== null) return text.countMovedNote(name);
  return bound === null ? text.countMovedPlain : text.countMovedNoteHard(name);
}
