import { deskWords } from '../words/desk.ts';
import { integer, type Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import type { DeskView } from './desk-view.ts';
import type { Keying } from './use-keying.ts';

/** The foot of the form: the running sum, and the one button that sends it out. */
export function PublishBar({
  keying,
  definition,
  language,
  isAway,
}: Pick<DeskView, 'definition' | 'language'> & { keying: Keying; isAway: boolean }) {
  const text = deskWords(language);
  const { review, draft, unit, isSending, isArmed, isTouched, effect } = keying;
  const [stop] = review.stops;
  const crossing = effect?.crossings[0];
  return (
    <div className="publish-bar">
      <dl className="keying-sums">
        <Sum name={text.yourSum} value={review.sum} language={language} />
        {review.after.ballotsCast !== null && (
          <Sum
            name={text.ballotsCast.toLowerCase()}
            value={review.after.ballotsCast}
            language={language}
          />
        )}
      </dl>
      <button
        type="submit"
        className="button"
        data-key
        data-look="solid"
        data-armed={isArmed}
        aria-disabled={isSending || stop !== undefined}
      >
        {isArmed ? text.publishAgain : text.publish(unit.name)} <kbd>Ctrl Enter</kbd>
      </button>
      {isTouched && !isSending && (
        <button type="button" className="button" onClick={keying.discard}>
          {text.discard}
        </button>
      )}
      <p className="publish-said" role="status">
        {isSending
          ? isAway
            ? text.sendingAway
            : text.sending
          : stop !== undefined
            ? text.stops[stop]
            : isArmed && crossing !== undefined
              ? (crossing.side === 'over' ? text.crossOver : text.crossUnder)(
                  nameOf(definition, crossing.choice),
                )
              : text.reports[draft.complete ? 'complete' : 'partial']}
      </p>
    </div>
  );
}

function Sum({ name, value, language }: { name: string; value: number; language: Language }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{integer(value, language)}</dd>
    </div>
  );
}
