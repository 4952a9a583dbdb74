import { instantOf } from '../../shared/basics/instant.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { StatusPill } from '../design/status-pill.tsx';
import { nightMs } from '../live/night-ms.ts';
import type { ContestView } from '../live/store.ts';
import { useLive } from '../live/use-live.tsx';
import type { Picture } from '../picture/picture.ts';
import { statusOf } from '../picture/status-of.ts';
import { useNotUpdating } from '../picture/use-not-updating.ts';
import { type Language, nightTime, nightTimeInZone } from '../words/format.ts';
import { labelShort } from '../words/label-text.ts';
import { words } from '../words/words.ts';

/** What this is, how it stands, and what time it is in the night; or, in its place, that it is not up to date. */
export function ScreenHeader({
  definition,
  standing,
  language,
  view,
}: Picture & { view: ContestView }) {
  const status = statusOf(definition, standing, language);
  const lost = useNotUpdating(view, language);
  const silent = silentText(definition, view, language);
  const labels = labelShort(definition, language);
  return (
    <header className="screen-header">
      <h1 className="screen-title">{definition.contest.name}</h1>
      {labels.map((label) => (
        <span
          key={label}
          className="screen-label"
          data-test={label === words(language).labelShort.test}
        >
          {label}
        </span>
      ))}
      <span className="screen-space" />
      {lost === null ? (
        <>
          <StatusPill text={silent ?? status.text} look={silent === null ? status.look : 'open'} />
          <Time definition={definition} standing={standing} language={language} view={view} />
        </>
      ) : (
        <strong className="screen-lost" role="status">
          {lost}
        </strong>
      )}
    </header>
  );
}

/** That no votes have come for long, though the link holds; null while they do. */
function silentText(
  definition: Definition,
  { link }: ContestView,
  language: Language,
): string | null {
  if (link.state !== 'silent') return null;
  const since = nightTime(link.since, definition.election, language);
  return words(language).noNewVotesSince(since);
}

/** The night's clock while it counts; once certified the status has the day. */
function Time({ definition, standing, language, view }: Picture & { view: ContestView }) {
  const now = useLive((state) => state.now);
  if (standing.certified !== null || view.link.state === 'silent') return null;
  const night = instantOf(nightMs(view.tally.clock, now));
  return (
    <span className="screen-time">{nightTimeInZone(night, definition.election, language)}</span>
  );
}
