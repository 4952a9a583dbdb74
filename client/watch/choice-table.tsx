import type { Tally } from '../../shared/count/tally.ts';
import type { Choice } from '../../shared/election/contest.ts';
import type { ChoiceStanding } from '../../shared/results/standing.ts';
import { choiceShareText } from '../charts/choice-share-text.ts';
import { Figure } from '../charts/figure.tsx';
import { votesOf, whole } from '../charts/frame.ts';
import { placesOf } from '../charts/threshold-bars-layout.ts';
import { PartyChip } from '../design/party-chip.tsx';
import { partyOf } from '../design/party-hue.ts';
import { choiceOf, countingChoices } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { integer, type Language } from '../words/format.ts';
import { words } from '../words/words.ts';
import { useCorrected } from './use-corrected.ts';

/** Every choice with its votes and share, most votes first. */
export function ChoiceTable({ tally, ...picture }: Picture & { tally: Tally }) {
  const { definition, standing, language } = picture;
  const text = words(language);
  const corrected = useCorrected(tally);
  const measure = definition.contest.kind === 'measure';
  const counting = countingChoices(standing);
  const left = standing.choices.filter((choice) => !counting.includes(choice));
  const order = [...placesOf(counting, true).rows, ...left.map(({ id }) => id)];
  return (
    <section className="ruled">
      <h2 className="section-title">
        {measure ? text.allAnswers : text.allCandidates(definition.contest.choices.length)}
      </h2>
      <table className="choices">
        <thead>
          <tr>
            <th scope="col">{measure ? text.answer : text.candidate}</th>
            <th scope="col" className="number">
              {text.votesColumn}
            </th>
            <th scope="col" className="number">
              {text.shareColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map((id) => (
            <ChoiceRow
              key={id}
              {...picture}
              choice={choiceOf(definition, id)}
              corrected={corrected.has(id)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            <td className="number">
              <Figure
                print={(frame) =>
                  integer(
                    whole(frame, (all) => all.counted),
                    language,
                  )
                }
              />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function ChoiceRow(props: Picture & { choice: Choice; corrected: boolean }) {
  const { definition, standing, language, choice, corrected } = props;
  const party = partyOf(definition, choice);
  const standingOf = standing.choices.find(({ id }) => id === choice.id);
  const notes = notesOn(choice, standingOf, language);
  return (
    <tr>
      <th scope="row">
        {choice.name} {party !== null && <PartyChip party={party} />}
        {notes !== '' && <span className="quiet"> {notes}</span>}
        {corrected && <span className="corrected-mark"> {words(language).correctedMark}</span>}
      </th>
      <td className="number">
        {choice.counts ? (
          <Figure
            print={(frame) =>
              integer(
                whole(frame, (all) => votesOf(all, choice.id)),
                language,
              )
            }
          />
        ) : (
          integer(standingOf?.votes ?? 0, language)
        )}
      </td>
      <td className="number">
        {choice.counts && (
          <Figure print={(frame) => choiceShareText(definition, frame, choice.id, language)} />
        )}
      </td>
    </tr>
  );
}

function notesOn(choice: Choice, standing: ChoiceStanding | undefined, language: Language): string {
  const text = words(language);
  return [
    choice.incumbent ? text.incumbent : '',
    choice.withdrawn ? text.withdrawn : '',
    !choice.counts ? text.notCounted : !choice.eligible && !choice.writeIn ? text.notEligible : '',
    standing === undefined ? '' : text.status[standing.status],
  ]
    .filter((note) => note !== '')
    .join(', ');
}
