import { useState } from 'react';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import { votesFor } from '../../shared/count/votes-for.ts';
import { lineOf } from '../../shared/election/rule.ts';
import type { CountPoint } from '../charts/count-point.ts';
import type { Picture } from '../picture/picture.ts';
import { countChartWords } from '../words/count-chart.ts';
import { clockTime, integer } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { shareText } from '../words/share-text.ts';

/** Every point of the picture in numbers, newest first; made when it is opened. */
export function CountTable({
  definition,
  language,
  points,
  choices,
}: Picture & { points: readonly CountPoint[]; choices: readonly ChoiceId[] }) {
  const [open, setOpen] = useState(false);
  const text = countChartWords(language);
  const line = lineOf(definition.contest.rule);
  return (
    <details className="count-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.asTable}</summary>
      {open && (
        // A region that scrolls must be reached from the keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
        <section className="table-scroll" tabIndex={0} aria-label={text.asTable}>
          <table className="choices count-numbers">
            <thead>
              <tr>
                <th scope="col">{text.time}</th>
                <th scope="col" className="number">
                  {text.counted}
                </th>
                {choices.map((choice) => (
                  <th key={choice} scope="col" className="number">
                    {nameOf(definition, choice)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...points].reverse().map(({ nightAt, counted, votes }) => (
                <tr key={`${nightAt} ${counted}`}>
                  <th scope="row">
                    {nightAt === ''
                      ? ''
                      : clockTime(nightAt, definition.election.timeZone, language)}
                  </th>
                  <td className="number">{integer(counted, language)}</td>
                  {choices.map((choice) => (
                    <td key={choice} className="number">
                      {shareText(
                        { num: votesFor({ votes }, choice), den: counted },
                        line,
                        language,
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
