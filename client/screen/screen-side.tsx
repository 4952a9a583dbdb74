import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { metersOf } from '../charts/reporting-meters-layout.ts';
import { letterOf, partyOf } from '../design/party-hue.ts';
import { type Called, calledOf } from '../picture/called.ts';
import { choiceOf } from '../picture/hero.ts';
import { noticeInForce, noticeText } from '../picture/notice-text.ts';
import type { Picture } from '../picture/picture.ts';
import { callText } from '../words/call-text.ts';
import { dayText, integer, type Language } from '../words/format.ts';
import { nameOf, namesText } from '../words/names-text.ts';
import { screenWords } from '../words/screen.ts';
import { words } from '../words/words.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Right of the line, below the bar: what it has come to, else what readers must know and what is still out. */
export function ScreenSide(props: Picture & { tally: Tally }) {
  const { definition, standing } = props;
  const verdict = verdictOf(definition, standing);
  const called = verdict === null ? calledOf(definition, standing) : null;
  return (
    <section className="screen-side">
      {verdict !== null ? (
        <Block {...props} verdict={verdict} />
      ) : called?.state === 'under-review' ? (
        <Review {...props} called={called} />
      ) : (
        <StillOut {...props} />
      )}
    </section>
  );
}

/** Outlined: it is a call no longer, and not yet none. */
function Review({ called, definition, language }: Picture & { called: Called }) {
  return (
    <div className="screen-verdict" data-look="open">
      <strong>{words(language).callUnderReview}</strong>
      <p>{callText(called, definition, language)}</p>
      <Sources sources={called.sources} language={language} />
    </div>
  );
}

function Sources({ sources, language }: { sources: readonly string[]; language: Language }) {
  if (sources.length === 0) return null;
  return (
    <p className="screen-source">{screenWords(language).calledBy(namesText(sources, language))}</p>
  );
}

/** So many lines fit, of about so many letters. */
const LINES = 4;
const LINE_LENGTH = 34;

function StillOut({ definition, standing, language, tally }: Picture & { tally: Tally }) {
  const text = screenWords(language);
  const notice = noticeInForce(standing);
  const said = notice === null ? null : noticeText(notice, language);
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

/** A title of more letters takes two lines. */
const ROOM_FOR_TITLE = 24;

function Block({ verdict, ...picture }: Picture & { verdict: Verdict }) {
  const { definition, standing, language } = picture;
  const text = screenWords(language);
  const names = verdict.choices.map((id) => withParty(picture, id));
  const isCertified = standing.certified !== null;
  const title = titleOf(verdict, definition, language, isCertified);
  return (
    <div className="screen-verdict">
      <strong data-long={title.length > ROOM_FOR_TITLE}>{title}</strong>
      <p>{isRunoff(verdict) ? text.against(names) : names.join(', ')}</p>
      {verdict.by === 'call' && <Sources sources={verdict.sources} language={language} />}
    </div>
  );
}

function isRunoff(verdict: Verdict): boolean {
  return verdict.by === 'call' ? verdict.type === 'runoff' : verdict.state === 'runoff-certain';
}

/** Only a call or the certification may say who won; a proof says what cannot happen any more. */
function titleOf(
  verdict: Verdict,
  { contest }: Definition,
  language: Language,
  isCertified: boolean,
): string {
  const text = words(language);
  const all = verdict.choices.map((id) => nameOf({ contest }, id));
  const names = namesText(all, language);
  const day = contest.next?.date == null ? null : dayText(contest.next.date, language);
  switch (verdict.by === 'call' ? verdict.type : verdict.state) {
    case 'runoff':
    case 'runoff-certain':
      return text.runoff(day);
    case 'winner':
      return text.won(names);
    case 'win-certain':
      return isCertified ? text.won(names) : screenWords(language).cannotBeOvertaken(names);
    case 'advance':
    case 'advance-certain':
      return text.calledAdvance(names, all.length);
    case 'pass-certain':
      return text.passed;
    case 'fail-certain':
      return text.failed;
  }
}

function withParty({ definition }: Picture, id: string): string {
  const party = partyOf(definition, choiceOf(definition, id));
  return party === null ? nameOf(definition, id) : `${nameOf(definition, id)} (${letterOf(party)})`;
}
