import type { Tally } from '../../shared/count/tally.ts';
import type { Outstanding } from '../../shared/results/standing.ts';
import { ReportingMeters } from '../charts/reporting-meters.tsx';
import { metersOf } from '../charts/reporting-meters-layout.ts';
import type { Picture } from '../picture/picture.ts';
import { estimate, integer, type Language } from '../words/format.ts';
import { words } from '../words/words.ts';

/** Precincts that are out, by county; and, as another thing, the votes that are. */
export function StillOut({ definition, standing, language, tally }: Picture & { tally: Tally }) {
  const text = words(language);
  const { reporting, outstanding } = standing;
  const counties = definition.counties.flatMap(({ name }) => {
    const county = Object.hasOwn(tally.counties, name) ? tally.counties[name] : undefined;
    return county === undefined || name === '' ? [] : [{ name, units: county.units }];
  });
  return (
    <section className="still-out">
      <h2 className="section-title">{text.stillOut}</h2>
      <ReportingMeters meters={metersOf(counties)} language={language} />
      <dl className="out-facts">
        <dt>{text.precinctsReporting}</dt>
        <dd>
          {text.precinctsOf(
            integer(reporting.complete, language),
            integer(reporting.units, language),
          )}
        </dd>
        <dt>{text.votesStillOut}</dt>
        {votesOut(outstanding, language).map((line) => (
          <dd key={line}>{line}</dd>
        ))}
      </dl>
    </section>
  );
}

function votesOut(outstanding: Outstanding, language: Language): readonly string[] {
  const text = words(language);
  const { expected, bound, boundBy, boundMissing } = outstanding;
  const lines: string[] = [];
  if (bound === 0) return [text.votesOutNone];
  if (expected !== null && expected > 0)
    lines.push(text.votesOutExpected(estimate(expected, language)));
  if (bound !== null) {
    const by = boundBy === null ? '' : ` (${text.boundBy[boundBy]})`;
    lines.push(text.votesOutBound(integer(bound, language)) + by);
  } else {
    const why = boundMissing.map((reason) => text.boundMissing[reason]).join('; ');
    lines.push(`${text.noBound} ${why}.`);
  }
  return lines;
}
