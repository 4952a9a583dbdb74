import type { PublicCorrection, Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { alarmWords } from '../words/alarms.ts';
import { clockTime, type Language } from '../words/format.ts';

/** What a desk must know beside the count: a proof that was taken back, and figures that the count has passed. */
export function DeskAlarms(props: { definition: Definition; tally: Tally; language: Language }) {
  const alarms = alarmsOf(props);
  if (alarms.length === 0) return null;
  return (
    <section className="desk-alarms" role="status">
      <h2>{alarmWords(props.language).title}</h2>
      <ul>
        {alarms.map((alarm) => (
          <li key={alarm}>{alarm}</li>
        ))}
      </ul>
    </section>
  );
}

function alarmsOf(props: { definition: Definition; tally: Tally; language: Language }) {
  const { definition, tally, language } = props;
  const text = alarmWords(language);
  const { overBound, overExpected, byRegistration } = tally.out;
  const withdrawn = tally.corrections.findLast(isWithdrawal);
  const lines = [
    withdrawn === undefined
      ? null
      : text.withdrawn(
          clockTime(withdrawn.nightAt, definition.election.timeZone, language),
          withdrawn.reason,
        ),
    overBound + byRegistration.overBound > 0
      ? text.overBound(Math.max(overBound, byRegistration.overBound))
      : null,
    overExpected > 0 ? text.overExpected(overExpected) : null,
  ];
  return lines.filter((line) => line !== null);
}

function isWithdrawal({ withdrawn }: PublicCorrection): boolean {
  return withdrawn !== undefined && withdrawn !== null;
}
