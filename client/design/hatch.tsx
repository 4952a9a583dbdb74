/** The pattern that means "not counted", and nothing else. Once on a page, before what uses it. */
export function HatchPattern() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="unseen">
      <defs>
        <pattern
          id="hatch"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="hatch-ground" width="7" height="7" />
          <line className="hatch-stripe" x1="3.5" y1="0" x2="3.5" y2="7" strokeWidth="2.4" />
        </pattern>
      </defs>
    </svg>
  );
}

/** What a hatched shape is filled with. */
export const HATCH = 'url(#hatch)';
