import { Mark } from '../design/mark.tsx';
import { deskWords } from '../words/desk.ts';
import type { Language } from '../words/format.ts';
import type { Session } from './use-session.ts';

/** What the desk says to who is not signed in, or not yet known to be. */
export function SignInNote({ session, language }: { session: Session; language: Language }) {
  const text = deskWords(language);
  return (
    <main className="desk-sign-in">
      <Mark />
      <h1>{session.state === 'nobody' ? text.signInTitle : text.title}</h1>
      {session.state === 'nobody' ? (
        <>
          <p>{text.signInHow}</p>
          <p className="desk-note">
            {text.signInCommand} <code>npx fiftyline user add NAME --role editor</code>
          </p>
        </>
      ) : (
        <p role="status">{session.state === 'away' ? text.away : text.asking}</p>
      )}
    </main>
  );
}
