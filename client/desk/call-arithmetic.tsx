import { lineOf } from '../../shared/election/rule.ts';
import { subjectOf } from '../../shared/results/ranking.ts';
import type { ChoiceStanding, Standing } from '../../shared/results/standing.ts';
import { standingOfView } from '../live/selectors.ts';
import type { ContestView } from '../live/store.ts';
import { callWords } from '../words/desk-calls.ts';
import type { Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { shareText } from '../words/share-text.ts';
import { DeskIcon } from './desk-icon.tsx';
import { type CallSaid, weighCall } from './weigh-call.ts';

/** What is proved of those whom a call names, and what they can still come to. */
export function CallArithmetic({
  view,
  said,
  language,
}: {
  view: ContestView;
  said: CallSaid;
  language: Language;
}) {
  const text = callWords(language);
  const standing = standingOfView(view);
  const weight = weighCall(view.definition, standing, said);
  return (
    <section className="call-arithmetic" aria-live="polite">
      <h3>{text.arithmetic}</h3>
      {weight === 'contradicted' && (
        <p className="call-warning">
          <DeskIcon sign="stop" />
          <span>
            <strong>{text.contradicted}</strong> {text.contradictedNote}
          </span>
        </p>
      )}
      {weight === 'proved' && (
        <p className="desk-said">
          <DeskIcon sign="fine" /> <strong>{text.proved}</strong>
        </p>
      )}
      {weight === 'open' && isDecision(said) && <p>{text.notProved}</p>}
      <p>{text.states[standing.outcome.state]}</p>
      {spokenOf(view, standing, said).map((choice) => (
        <p key={choice.id}>{choiceText(view, standing, choice, language)}</p>
      ))}
    </section>
  );
}

function isDecision({ type }: CallSaid): boolean {
  return type === 'winner' || type === 'runoff' || type === 'advance';
}

/** Those who are named; where nobody is, whom the line is about. */
function spokenOf(
  { definition, tally }: ContestView,
  { choices }: Standing,
  said: CallSaid,
): readonly ChoiceStanding[] {
  const subject = subjectOf(definition.contest, tally.votes);
  const ids = said.choices.length > 0 ? said.choices : subject === null ? [] : [subject.id];
  return choices.filter(({ id }) => ids.includes(id));
}

function choiceText(
  { definition }: ContestView,
  { counted, outstanding }: Standing,
  { id, votes, status }: ChoiceStanding,
  language: Language,
): string {
  const text = callWords(language);
  const name = nameOf(definition, id);
  if (status !== 'open') return text.statuses[status](name);
  const line = lineOf(definition.contest.rule);
  const print = (num: number, den: number) => shareText({ num, den }, line, language);
  const { bound } = outstanding;
  const reach =
    bound === null
      ? text.noRange
      : text.range(print(votes, counted + bound), print(votes + bound, counted + bound));
  return `${text.share(name, print(votes, counted))} ${reach}`;
}
