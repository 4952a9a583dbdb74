import type { Tally } from '../../shared/count/tally.ts';
import { metersOf } from '../charts/reporting-meters-layout.ts';
import { letterOf, partyOf } from '../design/party-hue.ts';
import { choiceOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { dayText, integer } from '../words/format.ts';
import { nameOf, namesText } from '../words/names-text.ts';
import { screenWords } from '../words/screen.ts';
import { words } from '../words/words.ts';
import { noticeAt, type Verdict, verdictOf } from './verdict.ts';

/** Right of the line, below the bar: what it has come to, else what readers must know and what is still out. */
export function ScreenSide(props: Picture & { tally: Tally }) {
  const verdict = verdictOf(props.standing);
  return (
    <section className="screen-side">
      {verdict === null ? <StillOut {...props} /> : <Block {...props} verdict={verdict} />}
    </section>
  );
}

/** So many lines fit, of about so many letters. */
const LINES = 4;
const LINE_LENGTH = 34;

function StillOut({ definition, standing, language, tally }: Picture & { tally: Tally }) {
  const text = screenWords(language);
  const notice = noticeAt(standing, null);
  const said =
    notice === null ? null : ((language === 'es' ? notice.text.es : undefined) ?? notice.text.en);
  const counties = definition.counties.flatMap(({ name }) => {
    const county = Object.hasOwn(tally.counties, name) ? tally.counties[name] : undefined;
    return county === undefined || name === '' ? [] : [{ name, units: county.units }];
  });
  const meters = standing.counted === 0 ? [] : metersOf(counties);
  const open = meters.filter(({ complete, precincts }) => complete < precincts);
  const done = meters.filter(({ complete, precincts }) => complete === precincts);
  const room = LINES - (said === null ? 0 : Math.ceil(said.length / LINE_LENGTH));
  return (
    <>
      {said !== null && <p className="screen-notice">{said}</p>}
      {open.slice(0, Math.max(0, room)).map(({ name, complete, precincts }) => (
        <p key={name} className="screen-quiet">
          {text.precinctsNotIn(
            integer(precincts - complete, language),
            integer(precincts, language),
            name,
          )}
        </p>
      ))}
      {done.length > 0 && open.length > 0 && room > open.length && (
        <p className="screen-quiet">
          {text.countiesComplete(
            namesText(
              done.map(({ name }) => name),
              language,
            ),
          )}
        </p>
      )}
    </>
  );
}

function Block({ definition, standing, language, verdict }: Picture & { verdict: Verdict }) {
  const text = screenWords(language);
  const { next } = definition.contest;
  const day = next?.date == null ? null : dayText(next.date, language);
  const isRunoff =
    verdict.by === 'call' ? verdict.call.type !== 'winner' : verdict.state === 'runoff-certain';
  const chosen =
    verdict.by === 'call'
      ? verdict.call.choices
      : isRunoff
        ? standing.outcome.advancing
        : standing.outcome.winners;
  const names = chosen.map((id) => withParty({ definition, standing, language }, id));
  return (
    <div className="screen-verdict">
      <strong>
        {titleOf({
          verdict,
          isRunoff,
          day,
          names: chosen.map((id) => nameOf(definition, id)),
          language,
        })}
      </strong>
      <p>{isRunoff ? text.against(names) : names.join(', ')}</p>
      {verdict.by === 'call' && verdict.sources.length > 0 && (
        <p className="screen-source">
          {text.calledBy(namesText([...new Set(verdict.sources)], language))}
        </p>
      )}
    </div>
  );
}

/** Only a call may say who won; a proof says what cannot happen any more. */
function titleOf(of: {
  verdict: Verdict;
  isRunoff: boolean;
  day: string | null;
  names: readonly string[];
  language: Picture['language'];
}): string {
  const { verdict, isRunoff, day, names, language } = of;
  const all = namesText(names, language);
  if (isRunoff) return words(language).runoff(day);
  return verdict.by === 'call'
    ? words(language).won(all)
    : screenWords(language).cannotBeOvertaken(all);
}

function withParty({ definition }: Picture, id: string): string {
  const party = partyOf(definition, choiceOf(definition, id));
  return party === null ? nameOf(definition, id) : `${nameOf(definition, id)} (${letterOf(party)})`;
}
