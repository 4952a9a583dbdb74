import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { UnitId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import { missingMethods } from '../../shared/count/completeness.ts';
import { contestIndex } from '../../shared/count/contest-index.ts';
import type { Contest } from '../../shared/election/contest.ts';
import type { Method } from '../../shared/election/method.ts';
import { nightMs } from '../live/night-ms.ts';
import type { ContestView } from '../live/store.ts';
import { useLive } from '../live/use-live.tsx';
import { deskWords } from '../words/desk.ts';
import { AmendmentsPanel } from './amendments-panel.tsx';
import { AuditButton } from './audit-dialog.tsx';
import { CallsPanel } from './calls-panel.tsx';
import { DeskAlarms } from './desk-alarms.tsx';
import { useDeskTools } from './desk-tools.tsx';
import type { DeskView } from './desk-view.ts';
import { DoubtedClosing } from './doubted-closing.tsx';
import { type Draft, type DraftPlace, isSamePlace } from './draft.ts';
import { foundUnits } from './found-units.ts';
import { goToTrouble } from './go-to-trouble.ts';
import { HoldList } from './hold-list.tsx';
import { IfYouPublish } from './if-you-publish.tsx';
import { KeyingForm } from './keying-form.tsx';
import { cellsOf, type ListedUnit, type UnitList, wholeContest } from './listed-unit.ts';
import { NoticesPanel } from './notices-panel.tsx';
import type { OutboxState } from './outbox.ts';
import { ReadBackLine } from './read-back-line.tsx';
import { SessionLog } from './session-log.tsx';
import { UnitFinder } from './unit-finder.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import type { DeskNews } from './use-desk-news.ts';
import { type Keying, useKeying } from './use-keying.ts';
import { useUnits } from './use-units.ts';
import { whereLeft } from './where-left.ts';
import { withAnswers } from './with-answers.ts';

interface ContestDeskProps extends DeskView, DeskNews {
  readonly view: ContestView;
  readonly outbox: OutboxState;
}

/** One contest at the desk, once its units are there. */
export function ContestDesk(props: ContestDeskProps) {
  const { definition, view } = props;
  const list = useUnits(definition.contest.id, view.position);
  const contest = useMemo(() => list && wholeContest(definition, list), [definition, list]);
  if (list === null || contest === null) {
    return <p className="desk-note desk-waiting">{deskWords(props.language).loading}</p>;
  }
  return <Columns {...props} contest={contest} list={list} />;
}

interface ColumnsProps extends ContestDeskProps {
  readonly contest: Contest;
  readonly list: UnitList;
}

/** Find a unit, key it, see what it would do; and below what was done. */
function Columns(props: ColumnsProps) {
  const { contest, list, outbox, holds, person, language } = props;
  const drafts = useStore(useDeskTools().drafts.store);
  const [place, setPlace] = useState<DraftPlace | null>(null);
  const findRef = useRef<HTMLInputElement>(null);
  const units = useMemo(
    () => list.units.map((unit) => withAnswers(contest, unit, list.seq, outbox.answered)),
    [contest, list, outbox.answered],
  );
  const found = useMemo(
    () => foundUnits({ contest, units, drafts, waiting: outbox.waiting, holds: holds ?? [] }),
    [contest, units, drafts, outbox.waiting, holds],
  );
  const open = place === null ? undefined : units.find(({ unit }) => unit === place.unit);

  function openUnit(unit: UnitId) {
    const left = whereLeft({ contest: contest.id, unit, by: person.id, outbox, drafts });
    const method = left ?? firstMethod(contest, units, unit);
    if (method !== null) setPlace({ contest: contest.id, unit, method });
  }

  return (
    <>
      <UnitFinder
        units={found}
        chosen={place?.unit ?? null}
        onOpen={openUnit}
        inputRef={findRef}
        language={language}
      />
      {place === null || open === undefined ? (
        <NothingOpen {...props} findRef={findRef} />
      ) : (
        <Open
          {...props}
          key={`${place.unit} ${place.method}`}
          place={place}
          drafts={drafts}
          unit={open}
          findRef={findRef}
          onMethod={(method) => setPlace({ ...place, method })}
        />
      )}
      <SessionLog {...props} units={list.units} onOpen={setPlace} />
    </>
  );
}

/** The first method that is not complete: where keying most likely begins. */
function firstMethod(contest: Contest, units: readonly ListedUnit[], id: UnitId): Method | null {
  const listed = units.find(({ unit }) => unit === id);
  const unit = contestIndex(contest).units.get(id);
  if (listed === undefined || unit === undefined) return null;
  const cells = cellsOf(listed);
  return cells.has('total')
    ? 'total'
    : (missingMethods(contest, unit, cells)[0] ?? unit.methods[0] ?? null);
}

type FindRef = RefObject<HTMLInputElement | null>;

function NothingOpen(props: ColumnsProps & { findRef: FindRef }) {
  useDeskKeys(props.findRef, () => {});
  return (
    <>
      <div className="desk-keying desk-nothing">
        <p className="desk-note">{deskWords(props.language).openHint}</p>
      </div>
      <RightColumn {...props} keying={null} />
    </>
  );
}

function Open(
  props: ColumnsProps & {
    place: DraftPlace;
    drafts: ReadonlyMap<string, Draft>;
    unit: ListedUnit;
    findRef: FindRef;
    onMethod: (method: Method) => void;
  },
) {
  const { unit, view, findRef, outbox } = props;
  const formRef = useRef<HTMLFormElement>(null);
  const now = useLive((state) => state.now);
  const nightAt = () => instantOf(nightMs(view.tally.clock, now));
  const keying = useKeying({ ...props, listed: unit, nightAt });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is another each time it is opened, by the finder that has the focus too
  useEffect(() => {
    formRef.current?.querySelector<HTMLElement>('input[data-key]')?.focus();
  }, [props.place]);

  function publish() {
    if (keying.publish()) findRef.current?.focus();
    else if (formRef.current !== null) goToTrouble(formRef.current);
  }
  useDeskKeys(findRef, publish);

  return (
    <>
      <KeyingForm
        {...props}
        keying={keying}
        formRef={formRef}
        answered={outbox.answered.find(({ report }) => isSamePlace(report, props.place)) ?? null}
        isAway={outbox.trouble !== null}
        onPublish={publish}
      />
      <RightColumn {...props} keying={keying} />
    </>
  );
}

function RightColumn(props: ColumnsProps & { keying: Keying | null }) {
  const { keying, tally, list } = props;
  return (
    <aside className="desk-right">
      <DoubtedClosing {...props} />
      <IfYouPublish {...props} keying={keying} isOpen={tally.open} />
      {keying !== null && <ReadBackLine {...props} keying={keying} />}
      <HoldList {...props} units={list.units} />
      <CallsPanel {...props} />
      <NoticesPanel {...props} />
      <AmendmentsPanel {...props} units={list.units} />
      <DeskAlarms {...props} />
      <section className="desk-audit">
        <AuditButton {...props} units={list.units} />
      </section>
    </aside>
  );
}
