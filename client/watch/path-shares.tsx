import type { Tally } from '../../shared/count/tally.ts';
import type { Line } from '../../shared/election/rule.ts';
import type { Needs } from '../../shared/results/standing.ts';
import type { Fraction } from '../charts/fraction.ts';
import { PathDots, type PathRow } from '../charts/path-dots.tsx';
import { hueOfChoice } from '../design/party-hue.ts';
import { choiceOf, heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { part } from '../words/format.ts';
import { words } from '../words/words.ts';
import { besideNeeded, neededOf } from './needed-text.ts';
import { type PlaceOut, placesOut } from './places-out.ts';

/** More of them would be a table: that is further down the page. */
const MOST_PLACES = 3;

/** The leader's share so far, over all and where the votes are still out, beside the one that is needed. */
export function PathShares(
  props: Picture & { tally: Pick<Tally, 'counties'>; line: Line; needs: Needs | null },
) {
  const { definition, standing, language, tally, line, needs } = props;
  if (needs?.state !== 'possible') return null;
  const hero = heroOf(definition, standing);
  const needed = neededOf(needs);
  const rows = rowsOf(placesOut(definition.contest, tally, hero.id), {
    counted: { num: hero.votes, den: standing.counted },
    print: (share) => besideNeeded(share, needed, line, language),
    language,
  });
  return (
    <PathDots
      rows={rows}
      of={rows}
      needed={needed}
      flag={words(language).needsShare(part(needs.votes, needs.of, language))}
      hue={hueOfChoice(definition, choiceOf(definition, hero.id))}
    />
  );
}

/** Of one place alone its kinds of votes, else each place as a whole; the highest share first. */
function rowsOf(
  places: readonly PlaceOut[],
  {
    counted,
    print,
    language,
  }: { counted: Fraction; print: (share: Fraction) => string; language: Picture['language'] },
): readonly PathRow[] {
  const text = words(language);
  const [only, ...more] = places;
  const there =
    only !== undefined && more.length === 0
      ? only.methods.map(({ method, share }) => ({
          label: text.placeAndMethod(only.county, text.methods[method]),
          share,
        }))
      : places.map(({ county, share }) => ({ label: county, share }));
  return [{ label: text.countedSoFar, share: counted }, ...there.slice(0, MOST_PLACES)]
    .filter(({ share }) => share.den > 0)
    .sort((one, other) => other.share.num / other.share.den - one.share.num / one.share.den)
    .map(({ label, share }) => ({ key: label, label, share, text: print(share) }));
}
