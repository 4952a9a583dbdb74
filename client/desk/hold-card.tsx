import { useId, useState } from 'react';
import type { Contest } from '../../shared/election/contest.ts';
import type { DeskHold } from '../../shared/wire/desk-messages.ts';
import { deskWords } from '../words/desk.ts';
import { clockTime, integer } from '../words/format.ts';
import { nameOf, namesText } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import type { HoldDecision } from './desk-api.ts';
import { DeskIcon } from './desk-icon.tsx';
import { useDeskTools } from './desk-tools.tsx';
import type { DeskView } from './desk-view.ts';
import { EffectShares, EffectWords } from './effect-view.tsx';
import type { PublishEffect } from './publish-effect.ts';
import { releaseEffect } from './release-effect.ts';

interface HoldProps extends DeskView {
  readonly contest: Contest;
  readonly hold: DeskHold;
  readonly unitName: string;
}

/** One held report: why it waits, what it would change, who sent it, and the two ways out. */
export function HoldCard(props: HoldProps) {
  const { hold, unitName, definition, tally, contest, language } = props;
  const effect = releaseEffect(contest, tally, hold);
  const text = deskWords(language);
  const known = words(language).methods;
  const checks: Readonly<Record<string, string>> = text.checks;
  const sender = hold.by.name ?? text.someone;
  return (
    <article className="hold-card" aria-label={unitName}>
      <h3>
        <DeskIcon sign="held" /> {unitName},{' '}
        {namesText(
          hold.reports.map(({ method }) => known[method]),
          language,
        )}
      </h3>
      <p className="desk-note">
        {clockTime(hold.nightAt, definition.election.timeZone, language)}, {text.keyedBy(sender)}
      </p>
      {hold.checks.map(({ code, message }) => (
        <p key={code}>
          <b>{checks[code] ?? code}. </b>
          <span lang="en">{message}</span>
        </p>
      ))}
      {hold.removed.length > 0 && (
        <p>
          {text.superseded(
            namesText(
              hold.removed.map((method) => known[method]),
              language,
            ),
          )}
        </p>
      )}
      {hold.reports.flatMap(({ reason }) =>
        reason === null ? [] : [<q key={reason}>{reason}</q>],
      )}
      <HoldChanges {...props} />
      {effect !== null && (
        <>
          <EffectShares {...props} effect={effect} unit={unitName} />
          <EffectWords {...props} effect={effect} />
        </>
      )}
      <HoldButtons {...props} effect={effect} />
    </article>
  );
}

/** The choices whose votes a release would change, in ballot order. */
function HoldChanges({ hold, definition, language }: HoldProps) {
  const text = deskWords(language);
  const changes = hold.reports.flatMap(({ method, count }) =>
    definition.contest.choices.flatMap(({ id }) => {
      const from = hold.before[method]?.votes[id] ?? 0;
      const to = count.votes[id] ?? 0;
      return from === to ? [] : [{ key: `${method} ${id}`, id, from, to }];
    }),
  );
  return (
    <table className="hold-changes">
      <thead>
        <tr>
          <td />
          <th scope="col">{text.heldBefore}</th>
          <th scope="col">{text.heldAfter}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, id, from, to }) => (
          <tr key={key}>
            <th scope="row">{nameOf(definition, id)}</th>
            <td>{integer(from, language)}</td>
            <td>
              <b>{integer(to, language)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What crosses the line takes a second press. */
function HoldButtons({
  hold,
  person,
  definition,
  effect,
  language,
}: HoldProps & { effect: PublishEffect | null }) {
  const text = deskWords(language);
  const { api } = useDeskTools();
  const id = useId();
  const [reason, setReason] = useState<string | null>(null);
  const [isUnderWay, setUnderWay] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [armed, setArmed] = useState<string | null>(null);
  const isOwn = hold.by.id === person.id && !definition.election.releaseOwn;
  const crossings = (effect?.crossings ?? []).map(({ choice, side }) => `${choice} ${side}`);
  const crosses = crossings.length > 0;
  // A press was about the crossing that was shown then.
  const isArmed = crosses && armed === crossings.join();

  /** Once it is done, the list comes anew without this hold. */
  function decide(decision: HoldDecision) {
    setUnderWay(true);
    void api
      .decide(hold.holdId, decision, reason?.trim() ?? '')
      .then(setFailure, () => setFailure(text.noAnswer))
      .finally(() => setUnderWay(false));
  }

  return (
    <>
      {reason === null ? (
        <div className="desk-buttons">
          <button
            type="button"
            className="button"
            data-armed={isArmed}
            disabled={isOwn || isUnderWay}
            onClick={() => (crosses && !isArmed ? setArmed(crossings.join()) : decide('release'))}
          >
            {isArmed ? text.releaseAgain : text.release}
          </button>
          <button type="button" className="button" onClick={() => setReason('')}>
            {text.reject}
          </button>
        </div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '') decide('reject');
          }}
        >
          <label htmlFor={id}>{text.rejectReason}</label>
          <input
            id={id}
            type="text"
            // biome-ignore lint/a11y/noAutofocus: it opens on the person's own press
            autoFocus
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="desk-buttons">
            <button
              type="submit"
              className="button"
              data-look="solid"
              disabled={reason.trim() === '' || isUnderWay}
            >
              {text.confirmReject}
            </button>
            <button type="button" className="button" onClick={() => setReason(null)}>
              {text.back}
            </button>
          </div>
        </form>
      )}
      {isOwn && <p className="desk-note">{text.ownHold}</p>}
      {failure !== null && <p role="alert">{failure}</p>}
    </>
  );
}
