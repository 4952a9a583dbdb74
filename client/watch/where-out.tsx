import type { Tally } from '../../shared/count/tally.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { PathDots, type PathRow } from '../charts/path-dots.tsx';
import { hueOfChoice } from '../design/party-hue.ts';
import { choiceOf, heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { estimate, integer, part } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import { besideNeeded, neededOf } from './needed-text.ts';
import { type PlaceOut, placesOut } from './places-out.ts';

/** Of one place alone the path's own picture says all. */
const LEAST_PLACES = 2;

/** County by county and kind by kind, where votes are still out and how the leader did there, beside what is needed. */
export function WhereOut({ tally, ...picture }: Picture & { tally: Pick<Tally, 'counties'> }) {
  const { definition, standing, language } = picture;
  const text = words(language);
  const hero = heroOf(definition, standing);
  const line = lineOf(definition.contest.rule);
  const needs = hero.ifExpected?.needs ?? null;
  const places = placesOut(definition.contest, tally, hero.id);
  if (places.length < LEAST_PLACES || standing.certified !== null) return null;
  if (line === null || needs?.state !== 'possible') return <PlainPlaces {...picture} of={places} />;
  const needed = neededOf(needs);
  const share = part(needs.votes, needs.of, language);
  const name = nameOf(definition, hero.id);
  const rows = places.map((place): readonly PathRow[] =>
    place.methods.map(({ method, share }) => ({
      key: `${place.county} ${method}`,
      label: text.methods[method],
      share,
      text: besideNeeded(share, needed, line, language),
    })),
  );
  return (
    <section className="ruled where-out">
      <h2 className="section-title">{text.whereOut}</h2>
      <p className="quiet count-note">
        {text.whereOutNote(name, share)} {text.dotsOver(name)}
      </p>
      <ul className="places-out">
        {places.map((place, at) => (
          <li key={place.county} className="place-out">
            <PlaceHead {...place} language={language} />
            {place.methods.length === 0 ? (
              <p className="quiet">{text.nothingThere}</p>
            ) : (
              <PathDots
                rows={rows[at] ?? []}
                of={rows.flat()}
                needed={needed}
                flag={text.needsShare(share)}
                hue={hueOfChoice(definition, choiceOf(definition, hero.id))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where nothing is needed of them: too late for it, or there is no line. */
function PlainPlaces({ of, language }: Picture & { of: readonly PlaceOut[] }) {
  const text = words(language);
  return (
    <section className="ruled where-out">
      <h2 className="section-title">{text.whereOut}</h2>
      <p className="quiet">{text.whereOutNoteNoLine}</p>
      <ul className="places-out">
        {of.map((place) => (
          <li key={place.county} className="place-out">
            <PlaceHead {...place} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PlaceHead({ county, out, units, language }: PlaceOut & Pick<Picture, 'language'>) {
  const text = words(language);
  const all = units.complete + units.partial + units.none;
  return (
    <p className="place-head">
      <strong>{county}</strong> <span>{text.votesOutCounty(estimate(out, language))}</span>{' '}
      <span className="quiet">
        {text.precinctsOf(integer(units.complete, language), integer(all, language))}
      </span>
    </p>
  );
}
