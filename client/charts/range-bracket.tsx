import type { Line } from '../../shared/election/rule.ts';
import type { Fraction } from './fraction.ts';
import { placeOf, TRACK } from './track-layout.ts';

/** The range a share can still end in, as a thin bracket on the same axis, with what it rests on. */
export function RangeBracket({
  min,
  max,
  line,
  label,
}: {
  min: Fraction;
  max: Fraction;
  line: Line | null;
  label: string;
}) {
  const [start, end] = [placeOf(min) / 10, placeOf(max) / 10];
  const labelAt = line === null ? 0 : (TRACK * line.num) / line.den / 10 + 1.5;
  return (
    <div className="range">
      <svg className="range-bracket" aria-hidden="true">
        <line x1={`${start}%`} x2={`${end}%`} y1="6" y2="6" />
        <line x1={`${start}%`} x2={`${start}%`} y1="1" y2="11" />
        <line x1={`${end}%`} x2={`${end}%`} y1="1" y2="11" />
      </svg>
      <svg width={`${labelAt}%`} height="1" className="spacer" aria-hidden="true" />
      <span className="range-label">{label}</span>
    </div>
  );
}
