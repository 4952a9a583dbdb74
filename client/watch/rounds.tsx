import type { NextRound } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { calledOf } from '../picture/called.ts';
import type { Picture } from '../picture/picture.ts';
import { dayText, type Language } from '../words/format.ts';
import { words } from '../words/words.ts';

type Rounds = NonNullable<Boot['rounds']>;

/** The round after this one and the one before: links where they are on this server, else in words once it is decided. */
export function RoundLinks({ rounds, ...picture }: Picture & { rounds: Rounds | null }) {
  const { definition, language } = picture;
  const text = words(language);
  const { next } = definition.contest;
  const after = rounds?.after ?? null;
  const isTold = next !== null && (after !== null || isDecided(picture));
  const before = rounds?.before ?? null;
  if (!isTold && before === null) return null;
  return (
    <section className="rounds">
      {isTold && (
        <>
          <h2 className="section-title">{text.nextRound}</h2>
          <Round round={after} language={language}>
            {roundText(definition.contest, next, language)}
          </Round>
        </>
      )}
      {before !== null && (
        <>
          <h2 className="section-title">{text.roundBefore}</h2>
          <Round round={before} language={language}>
            {before.name}
          </Round>
        </>
      )}
    </section>
  );
}

function Round(props: { round: Rounds['after']; language: Language; children: string }) {
  const { round, language, children } = props;
  if (round === null) return <p>{children}</p>;
  return (
    <a className="round-link" href={`/contests/${round.contest}?lang=${language}`}>
      {children}
    </a>
  );
}

/** Runoff June 20; by a rule that knows no runoff, what the definition calls it. */
function roundText({ rule }: Definition['contest'], next: NextRound, language: Language): string {
  const text = words(language);
  const day = next.date === null ? null : dayText(next.date, language);
  if (rule.type === 'majority' || rule.type === 'share') return text.runoff(day);
  return day === null ? next.name : text.round(next.name, day);
}

/** That there will be another round is proved or called. */
function isDecided({ definition, standing }: Picture): boolean {
  const { state } = standing.outcome;
  if (state === 'runoff-certain' || state === 'advance-certain') return true;
  const called = calledOf(definition, standing);
  return called?.state === 'public' && (called.type === 'runoff' || called.type === 'advance');
}
