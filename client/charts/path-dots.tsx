import type { Hue } from '../design/party-hue.ts';
import type { Fraction } from './fraction.ts';
import { NEEDED_AT, pathDots } from './path-dots-layout.ts';

export interface PathRow {
  readonly key: string;
  readonly label: string;
  readonly share: Fraction;
  /** The share as it is printed; said in place of it where nothing is counted. */
  readonly text: string;
}

/**
 * Shares so far beside the one that is needed of what is out: a full dot at or over it, an open one
 * under it.
 *
 * @param of every share that lies on the same axis, of other pictures too
 */
export function PathDots(props: {
  rows: readonly PathRow[];
  of: readonly PathRow[];
  needed: Fraction;
  /** On top of the line; once for pictures that lie side by side. */
  flag: string | null;
  hue: Hue;
}) {
  const { rows, of, needed, flag, hue } = props;
  const dots = new Map(
    pathDots(
      of.map(({ share }) => share),
      needed,
    ).map((dot, at) => [of[at]?.key, dot]),
  );
  const fill = hue.color === null ? {} : { fill: hue.color, stroke: hue.color };
  return (
    <div className={`path-dots ${hue.className ?? ''}`}>
      {flag !== null && <p className="path-flag">{flag}</p>}
      <div className="path-rows">
        <svg className="path-line" aria-hidden="true">
          <line x1={`${NEEDED_AT}%`} x2={`${NEEDED_AT}%`} y1="0" y2="100%" />
        </svg>
        <ul>
          {rows.map(({ key, label, text }) => {
            const dot = dots.get(key) ?? null;
            return (
              <li key={key} className="path-row">
                <span className="path-label">{label}</span>
                {dot === null ? (
                  <span className="path-label quiet">{text}</span>
                ) : (
                  <>
                    <svg className="path-track" aria-hidden="true">
                      <line x1="0" x2="100%" y1="10" y2="10" />
                      <circle
                        data-over={dot.over}
                        cx={`${dot.x}%`}
                        cy="10"
                        r="5.5"
                        {...(dot.over ? fill : {})}
                      />
                      <text
                        x={`${dot.x}%`}
                        dx={dot.label === 'after' ? 11 : -11}
                        y="15"
                        textAnchor={dot.label === 'after' ? 'start' : 'end'}
                      >
                        {text}
                      </text>
                    </svg>
                    <span className="unseen">{text}</span>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
