import { useState } from 'react';
import type { ContestId } from '../../shared/basics/ids.ts';
import { amendmentWords } from '../words/desk-amendments.ts';
import type { AmendParts } from './amend-parts.ts';
import { DialogField } from './dialog-field.tsx';
import { shownTime, zonedInstant } from './zoned-instant.ts';

/** That the count is certified, when and by whom; or that it no longer is. */
export function AmendCertified({ definition, language, onChange }: AmendParts) {
  const text = amendmentWords(language);
  const { election, contest } = definition;
  const [shown, setShown] = useState('');
  const [source, setSource] = useState('');
  const [isTakenBack, setTakenBack] = useState(false);

  function keep(time: string, who: string, back: boolean) {
    setShown(time);
    setSource(who);
    setTakenBack(back);
    const at = zonedInstant(time, election.timeZone);
    if (back) onChange({ certified: null });
    else
      onChange(at === null || who.trim() === '' ? null : { certified: { at, source: who.trim() } });
  }

  return (
    <>
      {contest.certified !== null && (
        <p className="dialog-field">
          <label>
            <input
              type="checkbox"
              checked={isTakenBack}
              onChange={(event) => keep(shown, source, event.target.checked)}
            />{' '}
            {text.takeBack}
          </label>
        </p>
      )}
      {!isTakenBack && (
        <>
          <DialogField
            label={text.certifiedAt}
            type="datetime-local"
            value={shown}
            onChange={(time) => keep(time, source, false)}
          >
            <small className="desk-note">{text.zone(election.timeZone)}</small>
          </DialogField>
          <DialogField
            label={text.source}
            value={source}
            onChange={(who) => keep(shown, who, false)}
          />
        </>
      )}
    </>
  );
}

/** When the last polls close. */
export function AmendClosing({ definition, language, onChange }: AmendParts) {
  const text = amendmentWords(language);
  const { election, contest } = definition;
  const { timeZone } = election;
  const now = contest.pollsClose === null ? '' : shownTime(contest.pollsClose, timeZone);
  const [shown, setShown] = useState(now);
  return (
    <DialogField
      label={text.closesAt}
      type="datetime-local"
      value={shown}
      onChange={(time) => {
        setShown(time);
        const pollsClose = zonedInstant(time, timeZone);
        onChange(pollsClose === null || time === now ? null : { pollsClose });
      }}
    >
      <small className="desk-note">{text.zone(timeZone)}</small>
    </DialogField>
  );
}

/** Where a second round would be. */
export function AmendNext({ definition, language, onChange }: AmendParts) {
  const text = amendmentWords(language);
  const { next } = definition.contest;
  const [name, setName] = useState(next?.name ?? '');
  const [date, setDate] = useState(next?.date ?? '');
  const [contest, setContest] = useState<string>(next?.contest ?? '');

  function keep(named: string, day: string, id: string) {
    setName(named);
    setDate(day);
    setContest(id);
    if (named.trim() === '') return onChange(null);
    onChange({
      next: {
        name: named.trim(),
        date: day === '' ? null : day,
        // `as`: whether there is such a contest is for the server to say.
        contest: id.trim() === '' ? null : (id.trim() as ContestId),
      },
    });
  }

  return (
    <>
      <DialogField
        label={text.nextName}
        value={name}
        onChange={(named) => keep(named, date, contest)}
      />
      <DialogField
        label={text.nextDate}
        type="date"
        value={date}
        onChange={(day) => keep(name, day, contest)}
      />
      <DialogField
        label={text.nextContest}
        value={contest}
        onChange={(id) => keep(name, date, id)}
      />
    </>
  );
}
