import { lineOf } from '../../shared/election/rule.ts';
import { BlocBar } from '../charts/bloc-bar.tsx';
import type { Picture } from '../picture/picture.ts';
import { lineText } from '../words/rule-words.ts';
import { shareText } from '../words/share-text.ts';
import { words } from '../words/words.ts';

/** The parties' votes together, against the same line. */
export function PartyBlocs(picture: Picture) {
  const { definition, standing, language } = picture;
  const text = words(language);
  const line = lineOf(definition.contest.rule);
  const [first, second, ...others] = [...standing.blocs].sort(
    (one, other) => other.votes - one.votes,
  );
  if (first === undefined || second === undefined) return null;
  if (standing.counted === 0 || definition.contest.kind !== 'candidate') {
    return null;
  }
  const candidates = new Map(
    definition.contest.blocs.map(({ id, choices }) => [id, choices.length]),
  );
  return (
    <section className="ruled blocs">
      <h2 className="section-title">{text.byParty}</h2>
      <p className="quiet">{text.byPartyNote}</p>
      <BlocBar
        definition={definition}
        standing={standing}
        lineName={line === null ? '' : lineText(line, language)}
      />
      <ul className="bloc-names">
        {[first, second, ...others].map(({ id, name, votes }) => (
          <li key={id}>
            <strong className="bloc-share">
              {shareText({ num: votes, den: standing.counted }, line, language)}
            </strong>{' '}
            {name} <span className="quiet">{text.candidates(candidates.get(id) ?? 0)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
