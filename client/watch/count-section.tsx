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
  const { definition, standing, language } = picture;
  const text = words(language);
  const room = useRef<HTMLDivElement>(null);
  const Count = useLater(room, loadHistory);
  const name = nameOf(definition, heroOf(definition, standing).id);
  return (
    <section className="ruled count">
      <h2 className="section-title">{text.countMoved}</h2>
      <p className="quiet count-note">
        {standing.line === null ? text.countMovedPlain : text.countMovedNote(name)}
      </p>
      <div className="count-room" ref={room}>
        {Count !== null && <Count {...picture} history={history} />}
      </div>
    </section>
  );
}
