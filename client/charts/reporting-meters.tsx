import { HATCH } from '../design/hatch.tsx';
import { integer, type Language } from '../words/format.ts';
import { words } from '../words/words.ts';
import type { Meter } from './reporting-meters-layout.ts';

/** How many precincts of each county are in, and the rest hatched. Precincts only: votes are another thing. */
export function ReportingMeters({
  meters,
  language,
}: {
  meters: readonly Meter[];
  language: Language;
}) {
  return (
    <ul className="meters">
      {meters.map((meter) => (
        <li key={meter.name} className="meter">
          <span className="meter-label">
            <strong>{meter.name}</strong>
            <span>{inWords(meter, language)}</span>
          </span>
          <svg className="meter-bar" aria-hidden="true">
            <rect width={`${meter.length}%`} height="100%" fill={HATCH} />
            <rect className="meter-in" width={`${meter.completeLength}%`} height="100%" />
          </svg>
        </li>
      ))}
    </ul>
  );
}

function inWords({ complete, precincts, partial }: Meter, language: Language): string {
  const text = words(language);
  const said = text.precinctsOf(integer(complete, language), integer(precincts, language));
  return partial === 0 ? said : `${said}, ${text.precinctsPartly(integer(partial, language))}`;
}
