import type { Definition } from '../../shared/election/definition.ts';
import type { Standing } from '../../shared/results/standing.ts';
import type { Language } from '../words/format.ts';
import { useAnnouncement } from './use-announcement.ts';

/** The page's one voice for those who listen: politely, and never for every digit. */
export function Announcer(props: {
  definition: Definition;
  standing: Standing;
  language: Language;
}) {
  return (
    <div className="unseen" role="status" aria-live="polite">
      {useAnnouncement(props.definition, props.standing, props.language)}
    </div>
  );
}
