import type { Tally } from '../../shared/count/tally.ts';
import { METHODS } from '../../shared/election/method.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { MethodBars } from '../charts/method-bars.tsx';
import { methodBars } from '../charts/method-bars-layout.ts';
import { hueOfChoice } from '../design/party-hue.ts';
import { choiceOf, heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { integer } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { lineText } from '../words/rule-words.ts';
import { shareText } from '../words/share-text.ts';
import { words } from '../words/words.ts';
import { shareOf } from './share-of.ts';

/** How much of each kind of vote is counted, and how the leader did in it. Of one kind alone there is nothing to tell apart. */
export function ByMethod({ tally, ...picture }: Picture & { tally: Pick<Tally, 'methods'> }) {
  const { definition, standing, language } = picture;
  const text = words(language);
  const hero = heroOf(definition, standing);
  const line = lineOf(definition.contest.rule);
  const kinds = METHODS.flatMap((method) => {
    const counted = tally.methods[method];
    if (counted === undefined) return [];
    const share = shareOf(definition.contest, counted.votes, hero.id);
    return [{ key: method, share, counted }];
  });
  if (kinds.length < 2 || standing.counted === 0) return null;
  const facts = new Map(kinds.map(({ key, counted }) => [key, counted]));
  const rows = methodBars(kinds, line).map(({ key, share, end }) => {
    const { complete = 0, units = 0 } = facts.get(key) ?? {};
    return {
      key,
      label: text.methods[key],
      share: share.den === 0 ? text.nothingCounted : shareText(share, line, language),
      votes: share.den === 0 ? '' : text.votesCounted(integer(share.den, language)),
      complete:
        units === 0 ? '' : text.completeIn(integer(complete, language), integer(units, language)),
      end,
    };
  });
  return (
    <section className="ruled by-method">
      <h2 className="section-title">{text.byMethod}</h2>
      <p className="quiet">{text.byMethodNote(nameOf(definition, hero.id))}</p>
      <MethodBars
        rows={rows}
        line={line}
        lineName={line === null ? '' : lineText(line, language)}
        hue={hueOfChoice(definition, choiceOf(definition, hero.id))}
      />
    </section>
  );
}
