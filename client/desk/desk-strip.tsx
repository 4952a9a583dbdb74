import type { ContestId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { StatusPill } from '../design/status-pill.tsx';
import type { ContestView } from '../live/store.ts';
import { useNotUpdating } from '../picture/use-not-updating.ts';
import { deskWords } from '../words/desk.ts';
import { labelShort } from '../words/label-text.ts';
import type { DeskView } from './desk-view.ts';
import { LockControl, LockedBand } from './lock-control.tsx';
import type { OutboxState } from './outbox.ts';

/** The top of the desk: whether what is published goes on air, who is signed in, and what is wrong. */
export function DeskStrip({
  view,
  person,
  language,
  outbox,
  races,
  onRace,
}: Pick<DeskView, 'person' | 'language'> & {
  view: ContestView;
  outbox: OutboxState;
  races: readonly Definition[];
  onRace: (contest: ContestId) => void;
}) {
  const text = deskWords(language);
  const { definition, tally } = view;
  const { contest, election } = definition;
  const isLive = election.stage === 'live';
  const lost = useNotUpdating(view, language);
  return (
    <header className="desk-strip" data-stage={election.stage}>
      <strong className="strip-stage">{isLive ? text.onAir : text.test}</strong>
      <p className="strip-note">
        {(isLive ? text.onAirNote : text.testNote)(contest.name)}
        {!tally.open && ` ${text.beforeClose}`}
      </p>
      {labelShort(definition, language).map((label) => (
        <span key={label} className="strip-label">
          {label}
        </span>
      ))}
      {lost !== null && <StatusPill text={lost} look="stale" />}
      {outbox.trouble === 'signed-out' && (
        <p className="strip-label" role="alert">
          <a href="/sign-in">{text.signedOut}</a>
        </p>
      )}
      {outbox.waiting.length > 0 && outbox.trouble !== null && (
        <StatusPill text={text.unsent(outbox.waiting.length)} look="stale" />
      )}
      {races.length > 1 && (
        <label className="strip-race">
          <span className="unseen">{text.race}</span>
          <select
            value={contest.id}
            onChange={(event) => {
              const chosen = races.find((race) => race.contest.id === event.target.value);
              if (chosen !== undefined) onRace(chosen.contest.id);
            }}
          >
            {races.map((race) => (
              <option key={race.contest.id} value={race.contest.id}>
                {race.contest.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <LockControl definition={definition} tally={tally} person={person} language={language} />
      <span className="strip-person">
        <b>{person.name}</b> {text.roles[person.role]}
      </span>
      <form method="post" action="/sign-out">
        <button type="submit" className="button">
          {text.signOut}
        </button>
      </form>
      <LockedBand tally={tally} language={language} />
    </header>
  );
}
