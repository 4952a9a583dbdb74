import type { Definition } from '../../shared/election/definition.ts';
import type { Language } from '../words/format.ts';
import { words } from '../words/words.ts';

/**
 * The word "Test" all over the ground of a page, so that whatever is cut out of it says that it is no
 * real result. Nothing where the election is a live one.
 */
export function TestGround({
  definition,
  language,
  viewBox,
}: {
  definition: Definition;
  language: Language;
  /** Where the ground is scaled with what stands on it. */
  viewBox?: string;
}) {
  const { stage, id } = definition.election;
  if (stage !== 'test') return null;
  const pattern = `test-${id}`;
  return (
    <svg className="test-ground" width="100%" height="100%" viewBox={viewBox} aria-hidden="true">
      <defs>
        <pattern
          id={pattern}
          width="196"
          height="88"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-24)"
        >
          <text x="12" y="56">
            {words(language).labelShort.test}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${pattern})`} />
    </svg>
  );
}
