import type { DeskDecisions } from '../../shared/wire/desk-messages.ts';
import { deskWords } from '../words/desk.ts';
import { NOTHING, nightTimeInZone } from '../words/format.ts';
import type { DeskView } from './desk-view.ts';
import { GivingNote } from './giving-note.tsx';
import { useGiving } from './use-giving.ts';

/** Polls that closed by a clock that had jumped: a person says that they have. */
export function DoubtedClosing({
  decisions,
  definition,
  language,
}: DeskView & { decisions: DeskDecisions | null }) {
  const text = deskWords(language);
  const giving = useGiving();
  const { contest, election } = definition;
  const doubted = decisions?.closings.find((one) => one.contest === contest.id);
  if (doubted === undefined) return null;
  const { pollsClose } = doubted;
  const time = pollsClose === null ? NOTHING : nightTimeInZone(pollsClose, election, language);
  const path = `/contests/${encodeURIComponent(contest.id)}/confirm-closing`;
  return (
    <section role="alert">
      <p className="call-warning">{text.closingDoubted(time)}</p>
      <GivingNote failure={giving.failure} language={language} />
      <div className="desk-buttons">
        <button
          type="button"
          className="button"
          data-look="solid"
          disabled={giving.isUnderWay}
          onClick={() => void giving.give(path, () => (pollsClose === null ? {} : { pollsClose }))}
        >
          {text.confirmClosing}
        </button>
      </div>
    </section>
  );
}
