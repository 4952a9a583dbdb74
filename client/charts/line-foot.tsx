import type { Line } from '../../shared/election/rule.ts';

/** Under a line that has no flag: what it stands at. */
export function LineFoot({ line, name }: { line: Line; name: string }) {
  return (
    <svg className="line-foot" aria-hidden="true">
      <text x={`${(100 * line.num) / line.den}%`} y="15" textAnchor="middle">
        {name}
      </text>
    </svg>
  );
}
