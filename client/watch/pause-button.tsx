import type { Language } from '../words/format.ts';
import { words } from '../words/words.ts';
import { useHydrated } from './use-hydrated.ts';

/** Holds the page still, and lets it go on. */
export function PauseButton({
  paused,
  language,
  onPress,
}: {
  paused: boolean;
  language: Language;
  onPress: () => void;
}) {
  const text = words(language);
  const ready = useHydrated();
  const label = paused ? text.resume : text.pause;
  return (
    <button
      className="button pause-button"
      type="button"
      aria-label={label}
      disabled={!ready}
      onClick={onPress}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">
        {paused ? (
          <path d="M2 0 L12 6 L2 12 Z" />
        ) : (
          <>
            <rect x="1" width="4" height="12" />
            <rect x="7" width="4" height="12" />
          </>
        )}
      </svg>
      <span className="header-wide">{label}</span>
      <span className="header-narrow" aria-hidden="true">
        {label.split(' ')[0]}
      </span>
    </button>
  );
}
