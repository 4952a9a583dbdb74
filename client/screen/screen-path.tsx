import { lineOf } from '../../shared/election/rule.ts';
import { heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { type Reach, reachOf } from '../picture/reach.ts';
import { estimate, integer, part } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { screenWords } from '../words/screen.ts';
import { words } from '../words/words.ts';

/** Under this part of the votes a needed share says nothing yet. */
const TOO_EARLY = { num: 1, den: 20 } as const;

/** Right of the line: what the leader still needs, or by how much the line was missed or made. */
export function ScreenPath(picture: Picture) {
  const { definition, standing, language } = picture;
  if (standing.counted === 0) return <Waiting {...picture} />;
  if (lineOf(definition.contest.rule) === null || standing.line === null) return null;
  const reach = reachOf(heroOf(definition, standing), standing);
  const out = standing.certified === null ? (reach?.out ?? 0) : 0;
  const early = TOO_EARLY.den * standing.counted < TOO_EARLY.num * (standing.counted + out);
  const needs = reach?.needs ?? null;
  if (early) return null;
  if (reach === null || needs === null || out === 0 || needs.state !== 'possible') {
    const settled = standing.certified !== null || standing.outstanding.bound === 0;
    return <Distance {...picture} settled={settled} />;
  }
  return (
    <section className="screen-path">
      <p>
        {screenWords(language)[WANTS[definition.contest.kind]](
          nameOf(definition, heroOf(definition, standing).id),
        )}
      </p>
      <div className="screen-needs">
        <strong className="screen-number">{part(needs.votes, needs.of, language)}</strong>
        <p className="screen-of">{ofText(reach, picture)}</p>
      </div>
    </section>
  );
}

const WANTS = { candidate: 'toWin', measure: 'toClear' } as const;

function ofText({ by, out }: Reach, { language }: Picture) {
  const text = screenWords(language);
  const votes = (by === 'expected' ? estimate : integer)(out, language);
  const [first, second] = by === 'expected' ? text.ofOutEstimate(votes) : text.ofOutAtMost(votes);
  return (
    <>
      {first}
      <br />
      {second}
    </>
  );
}

function Distance({ definition, standing, language, settled }: Picture & { settled: boolean }) {
  const text = screenWords(language);
  const hero = heroOf(definition, standing);
  const toClear = standing.line?.votesToClear ?? 0;
  const short = toClear - hero.votes;
  const votes = Math.abs(short);
  return (
    <section className="screen-path">
      <p>{distanceText(short > 0, settled, language)}</p>
      <strong className="screen-number">
        {votes === 1 ? words(language).vote : words(language).votes(integer(votes, language))}
      </strong>
      <p className="screen-quiet">
        {text.needed(integer(toClear, language), integer(hero.votes, language))}
      </p>
    </section>
  );
}

function distanceText(short: boolean, settled: boolean, language: Picture['language']): string {
  const text = screenWords(language);
  if (settled) return short ? words(language).shortOfTheLine : words(language).overTheLine;
  return short ? text.shortSoFar : text.overSoFar;
}

function Waiting({ language }: Picture) {
  return (
    <section className="screen-waiting">
      <p>{screenWords(language).noVotes}</p>
    </section>
  );
}
