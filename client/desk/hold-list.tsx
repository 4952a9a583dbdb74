import type { Contest } from '../../shared/election/contest.ts';
import type { DeskHold } from '../../shared/wire/desk-messages.ts';
import { deskWords } from '../words/desk.ts';
import type { DeskView } from './desk-view.ts';
import { HoldCard } from './hold-card.tsx';
import type { ListedUnit } from './listed-unit.ts';

/** What waits for an editor. Who only enters is told how many there are. */
export function HoldList({
  holds,
  units,
  ...view
}: DeskView & {
  contest: Contest;
  holds: readonly DeskHold[] | null;
  units: readonly ListedUnit[];
}) {
  const text = deskWords(view.language);
  const { contest } = view;
  const own = holds?.filter((hold) => hold.contest === contest.id) ?? [];
  const waiting = holds === null ? view.tally.holds : own.length;
  return (
    <section className="desk-holds">
      <h2>{text.holds}</h2>
      {waiting === 0 && <p className="desk-note">{text.noHolds}</p>}
      {holds === null && waiting > 0 && <p>{text.holdsFor(waiting)}</p>}
      {own.map((hold) => (
        <HoldCard
          key={hold.holdId}
          {...view}
          hold={hold}
          unitName={units.find(({ unit }) => unit === hold.unit)?.name ?? hold.unit}
        />
      ))}
    </section>
  );
}
