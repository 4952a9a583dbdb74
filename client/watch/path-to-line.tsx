import type { Tally } from '../../shared/count/tally.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { type Reach, reachesOf } from '../picture/reach.ts';
import { estimate, integer, part } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { lineText } from '../words/rule-words.ts';
import { words } from '../words/words.ts';
import { PathShares } from './path-shares.tsx';

/** Under this part of the expected vote a needed share says nothing yet. */
const TOO_EARLY = { num: 1, den: 20 } as const;

/** What the leader still needs of what is still out; once all is counted, by how much it was missed or made. */
export function PathToLine({ tally, ...picture }: Picture & { tally: Pick<Tally, 'counties'> }) {
  const { definition, standing, language } = picture;
  const line = lineOf(definition.contest.rule);
  if (line === null || standing.line === null || standing.counted === 0) return null;
  const { expected, bound } = reachesOf(heroOf(definition, standing), standing);
  const reach = expected ?? bound;
  const nothingOut = standing.certified !== null || reach?.out === 0;
  if (!nothingOut && (reach === null || isTooEarly(standing.counted, reach.out))) return null;
  return (
    <section className="path">
      <h2 className="section-title">{words(language).pathTo(lineText(line, language))}</h2>
      {nothingOut || reach === null ? (
        <Missed {...picture} />
      ) : (
        <>
          <NeedsText {...picture} reach={reach} />
          {expected !== null && (
            <PathShares {...picture} tally={tally} line={line} needs={expected.needs} />
          )}
        </>
      )}
      {expected !== null && bound !== null && bound.out > 0 && (
        <HardNeeds {...picture} reach={bound} />
      )}
    </section>
  );
}

function isTooEarly(counted: number, out: number): boolean {
  return TOO_EARLY.den * counted < TOO_EARLY.num * (counted + out);
}

function NeedsText({ definition, standing, language, reach }: Picture & { reach: Reach }) {
  const text = words(language);
  const { needs, by, out } = reach;
  const name = nameOf(definition, heroOf(definition, standing).id);
  const hard = by === 'bound';
  if (needs === null) return null;
  if (needs.state === 'enough') {
    return (
      <p className="path-words">{hard ? text.needsEnoughHard(name) : text.needsEnough(name)}</p>
    );
  }
  if (needs.state === 'cannot') {
    return (
      <p className="path-words">{hard ? text.needsCannotHard(name) : text.needsCannot(name)}</p>
    );
  }
  const votes = (hard ? integer : estimate)(out, language);
  return (
    <>
      <p className="path-number">{part(needs.votes, needs.of, language)}</p>
      <p className="path-words">
        {hard ? text.needsOfHard(votes, name) : text.needsOf(votes, name)}
      </p>
    </>
  );
}

/** Beside what the estimate gives, what holds whoever votes: the one thing that may be called certain. */
function HardNeeds({ definition, standing, language, reach }: Picture & { reach: Reach }) {
  const text = words(language);
  const { needs, out } = reach;
  if (needs === null) return null;
  const name = nameOf(definition, heroOf(definition, standing).id);
  return <p className="path-hard">{said()}</p>;

  function said(): string {
    if (needs?.state === 'enough') return text.needsEnoughHard(name);
    if (needs?.state !== 'possible') return text.needsCannotHard(name);
    return text.needsOfAtMost(name, part(needs.votes, needs.of, language), integer(out, language));
  }
}

function Missed({ definition, standing, language }: Picture) {
  const text = words(language);
  const hero = heroOf(definition, standing);
  const toClear = standing.line?.votesToClear ?? 0;
  const short = toClear - hero.votes;
  const votes = Math.abs(short);
  return (
    <>
      <p className="path-words">{short > 0 ? text.shortOfTheLine : text.overTheLine}</p>
      <p className="path-number" data-long="true">
        {votes === 1 ? text.vote : text.votes(integer(votes, language))}
      </p>
      <p className="path-words">
        {text.neededAndCounted(integer(toClear, language), integer(hero.votes, language))}
      </p>
    </>
  );
}
