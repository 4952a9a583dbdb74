/** A status word in the look that says how final it is. */
export function StatusPill({
  text,
  look,
}: {
  text: string;
  look: 'live' | 'open' | 'early' | 'decided' | 'plain' | 'stale';
}) {
  return (
    <span className="pill" data-look={look}>
      {look === 'live' && <span className="pill-dot" />}
      {text}
    </span>
  );
}
