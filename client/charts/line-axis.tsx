import type { Definition } from '../../shared/election/definition.ts';
import type { Line } from '../../shared/election/rule.ts';
import type { Language } from '../words/format.ts';
import { flagText } from '../words/rule-words.ts';

const TICKS = [25, 50, 75] as const;
/** Nearer to the line than this, per cent of the axis, a tick would lie under the flag. */
const FLAG_REACH = 22;

/** The common axis from 0 to 100%, with the flag on top of the line that says what it decides. */
export function LineAxis({
  definition,
  line,
  language,
}: {
  definition: Definition;
  line: Line;
  language: Language;
}) {
  const at = (100 * line.num) / line.den;
  const ticks = TICKS.filter((tick) => Math.abs(tick - at) >= FLAG_REACH);
  return (
    <div className="line-axis">
      <svg className="axis-ticks" aria-hidden="true">
        <text x="0" y="17">
          0
        </text>
        {ticks.map((tick) => (
          <text key={tick} className="axis-between" x={`${tick}%`} y="17" textAnchor="middle">
            {tick}
          </text>
        ))}
        <text x="100%" y="17" textAnchor="end">
          100%
        </text>
      </svg>
      {/* An empty picture is as wide as its attribute says: a style would be refused. */}
      <svg width={`${at}%`} height="1" className="spacer" aria-hidden="true" />
      <span className="flag-pin">
        <strong className="flag">{flagText(definition.contest, line, language)}</strong>
      </span>
    </div>
  );
}
