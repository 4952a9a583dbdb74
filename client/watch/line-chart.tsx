import { lineOf } from '../../shared/election/rule.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { ClosingBar } from '../charts/closing-bar.tsx';
import { RangeBracket } from '../charts/range-bracket.tsx';
import { ThresholdBars } from '../charts/threshold-bars.tsx';
import { choiceOf, countingChoices, heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { type Reach, reachOf } from '../picture/reach.ts';
import { estimate, integer } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { shareText } from '../words/share-text.ts';
import { words } from '../words/words.ts';

/** The bars against the line, with what is still possible, and the votes in hand closing on it. */
export function LineChart(picture: Picture) {
  const { definition, standing, language } = picture;
  const line = lineOf(definition.contest.rule);
  const hero = heroOf(definition, standing);
  const reach = reachOf(hero, standing);
  const showsRange = line !== null && reach !== null && reach.out > 0 && standing.counted > 0;
  return (
    <ThresholdBars
      definition={definition}
      order={countingChoices(standing)}
      language={language}
      underLeader={
        <div className="range-room">
          {showsRange && (
            <RangeBracket
              min={reach.min}
              max={reach.max}
              line={line}
              label={rangeText(reach, picture)}
            />
          )}
        </div>
      }
    >
      {line !== null && reach !== null && <VotesInHand {...picture} reach={reach} />}
    </ThresholdBars>
  );
}

function VotesInHand({ definition, standing, language, reach }: Picture & { reach: Reach }) {
  const text = words(language);
  const hero = heroOf(definition, standing);
  const print = reach.by === 'expected' && standing.certified === null ? estimate : integer;
  const total = print(standing.counted + reach.out, language);
  const out = print(reach.out, language);
  const wording = WORDING[reach.by];
  return (
    <ClosingBar
      definition={definition}
      leader={choiceOf(definition, hero.id)}
      language={language}
      of={standing.certified === null ? text[wording.of](total) : text.allVotes(total)}
      between={reach.out === 0 ? '' : text[wording.between](out)}
      note={isSettled(standing, reach) ? null : noteText(definition, hero.id, reach, language)}
    />
  );
}

/** One of the two has crossed, or nobody can any more. */
function isSettled({ counted }: Standing, { out, needs }: Reach): boolean {
  return counted === 0 || out === 0 || needs === null || needs.state !== 'possible';
}

/** An estimate and a bound are never said in the same words. */
const WORDING = {
  expected: { of: 'ofExpected', between: 'stillExpected', note: 'closingNote' },
  bound: { of: 'ofAtMost', between: 'stillPossible', note: 'closingNoteHard' },
} as const;

function noteText(
  definition: Picture['definition'],
  hero: string,
  { by }: Reach,
  language: Picture['language'],
): string {
  const text = words(language);
  const { rule } = definition.contest;
  const hasRunoff = (rule.type === 'majority' || rule.type === 'share') && rule.advance !== null;
  if (definition.contest.kind === 'measure' || !hasRunoff) return text.closingNotePasses;
  return text[WORDING[by].note](nameOf(definition, hero));
}

function rangeText({ by, min, max }: Reach, { definition, language }: Picture): string {
  const text = words(language);
  const line = lineOf(definition.contest.rule);
  const low = shareText(min, line, language).replace(/\s?%$/, '');
  const high = shareText(max, line, language);
  return by === 'expected' ? text.rangeIfExpected(low, high) : text.rangeCan(low, high);
}
