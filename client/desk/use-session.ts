import { useEffect, useState } from 'react';
import type { DeskPerson } from './desk-api.ts';
import { useDeskTools } from './desk-tools.tsx';

/** Who is signed in, as far as the page knows. */
export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'away' }
  | { readonly state: 'nobody' }
  | { readonly state: 'signed-in'; readonly person: DeskPerson };

const ASK_AGAIN_MS = 5_000;

/** Asks until there is an answer, and again for as long as nobody is signed in. */
export function useSession(): Session {
  const { api, every } = useDeskTools();
  const [session, setSession] = useState<Session>({ state: 'asking' });
  const isSignedIn = session.state === 'signed-in';
  useEffect(() => {
    if (isSignedIn) return;
    const ask = () =>
      void api.session().then(
        (person) =>
          setSession(person === null ? { state: 'nobody' } : { state: 'signed-in', person }),
        () => setSession({ state: 'away' }),
      );
    ask();
    return every(ASK_AGAIN_MS, ask);
  }, [api, every, isSignedIn]);
  return session;
}
