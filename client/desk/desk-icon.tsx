/** What a place's shape says; never its colour alone. */
export type DeskSign =
  | 'none'
  | 'partial'
  | 'complete'
  | 'draft'
  | 'sending'
  | 'held'
  | 'fine'
  | 'look'
  | 'stop';

/** A shape of 20 by 20 beside the words that say the same. */
export function DeskIcon({ sign }: { sign: DeskSign }) {
  return (
    <svg className="desk-icon" viewBox="0 0 20 20" aria-hidden="true" data-sign={sign}>
      <Shape sign={sign} />
    </svg>
  );
}

function Shape({ sign }: { sign: DeskSign }) {
  switch (sign) {
    case 'none':
      return <circle className="icon-line" cx="10" cy="10" r="7" strokeDasharray="2.6 2" />;
    case 'partial':
      return (
        <>
          <circle className="icon-line" cx="10" cy="10" r="7" />
          <path className="icon-fill" d="M10 3a7 7 0 0 0 0 14z" />
        </>
      );
    case 'complete':
      return (
        <>
          <circle className="icon-fill" cx="10" cy="10" r="8" />
          <path className="icon-cut" d="m6 10.3 2.8 2.8L14.2 7.4" />
        </>
      );
    case 'draft':
      return (
        <>
          <circle className="icon-line" cx="10" cy="10" r="7" />
          <circle className="icon-fill" cx="10" cy="10" r="3" />
        </>
      );
    case 'sending':
      return <path className="icon-line" d="M10 17V4M4.5 9.5 10 4l5.5 5.5" />;
    case 'held':
    case 'look':
      return <path className="icon-line" d="M10 3 18 17H2zM10 8v4.2M10 14.6v.4" />;
    case 'fine':
      return <path className="icon-line" d="m4 10.5 4 4L16 6" />;
    case 'stop':
      return (
        <>
          <path className="icon-fill" d="M6.5 1.5h7l5 5v7l-5 5h-7l-5-5v-7z" />
          <path className="icon-cut" d="M6 10h8" />
        </>
      );
  }
}
