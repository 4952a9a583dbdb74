/** Two bars meeting one line: one falls short, one is over. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 28 36" width="22" height="28" aria-hidden="true">
      <rect x="19" y="0" width="4" height="36" fill="currentColor" />
      <rect x="0" y="7" width="16" height="9" fill="currentColor" />
      <rect x="0" y="20" width="28" height="9" fill="currentColor" />
    </svg>
  );
}
