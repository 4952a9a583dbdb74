import type { ContestId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { StatusPill } from '../design/status-pill.tsx';
import type { ContestView } from '../live/store.ts';
import { useNotUpdating } from '../picture/use-not-updating.ts';
import { deskWords } from '../words/desk.ts';
import { type Language, nightTimeInZone } from '../words/format.ts';
import { labelShort } from '../words/label-text.ts';
import { words } from '../words/words.ts';
import type { DeskView } from './desk-view.ts';
import { LockControl, LockedBand } from './lock-control.tsx';
import type { OutboxState } from './outbox.ts';
import type { DeskNews } from './use-desk-news.ts';
import { waitingFor } from './waiting-for.ts';

/** The top of the desk: whether what is published goes on air, who is signed in, and what is wrong. */
export function DeskStrip({
  view,
  person,
  language,
  outbox,
  news,
  races,
  onRace,
}: Pick<DeskView, 'person' | 'language'> & {
  news: DeskNews;
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
  const silent = silentText(view, language);
  const waiting = waitingFor(person, news);
  const waitingHere = waiting.get(contest.id) ?? 0;
  return (
    <header className="desk-head">
      <div className="desk-strip" data-stage={election.stage}>
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
        {silent !== null && <span className="strip-label">{silent}</span>}
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
        {races.map(({ contest: { id, name } }) => {
          const there = waiting.get(id) ?? 0;
          return id === contest.id || there === 0 ? null : (
            <button key={id} type="button" className="button" onClick={() => onRace(id)}>
              {text.waitsThere(there, name)}
            </button>
          );
        })}
        {waitingHere > 0 && (
          <span className="strip-label" role="status">
            {text.waitsForYou(waitingHere)}
          </span>
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
      </div>
      <LockedBand tally={tally} language={language} />
      {lost !== null && (
        <p className="strip-band" data-look="stale" role="status">
          <strong>{lost}.</strong> {text.lostNote}
        </p>
      )}
    </header>
  );
}

/** The link is up and no votes come: that is the feed's doing, not ours. */
function silentText({ link, definition }: ContestView, language: Language): string | null {
  if (link.state !== 'silent') return null;
  return words(language).noNewVotesSince(
    nightTimeInZone(link.since, definition.election, language),
  );
}
