import type { Line } from '../../shared/election/rule.ts';
import type { Hue } from '../design/party-hue.ts';
import { LineFoot } from './line-foot.tsx';
import { LineLayer } from './line-layer.tsx';
import { Track } from './track.tsx';

export interface MethodRow {
  readonly key: string;
  readonly label: string;
  /** As it is printed; where nothing of this kind is counted, that. */
  readonly share: string;
  readonly votes: string;
  readonly complete: string;
  /** In units of the track; null where nothing of the kind is counted. */
  readonly end: number | null;
}

/** One choice's share of each kind of vote, all against the same line. */
export function MethodBars({
  rows,
  line,
  lineName,
  hue,
}: {
  rows: readonly MethodRow[];
  line: Line | null;
  /** Under the line. */
  lineName: string;
  hue: Hue;
}) {
  const paint =
    hue.className === null ? { fill: hue.color } : { className: `${hue.className} hue-fill` };
  return (
    <div
      className="method-bars"
      data-line={line !== null && 2 * line.num > line.den ? 'high' : 'low'}
    >
      {line !== null && <LineLayer line={line} />}
      <ul>
        {rows.map(({ key, label, share, votes, complete, end }) => (
          <li key={key} className="method-row">
            <span className="method-label">
              <span>
                <strong>{label}</strong> <span className="method-share">{share}</span>
              </span>{' '}
              <span className="method-facts">
                <span>{votes}</span> <span>{complete}</span>
              </span>
            </span>
            <Track line={line} className="method-track" uncounted={end === null}>
              {end !== null && <rect width={end} height="100" {...paint} />}
            </Track>
          </li>
        ))}
      </ul>
      {line !== null && <LineFoot line={line} name={lineName} />}
    </div>
  );
}
