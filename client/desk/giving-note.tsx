import { deskWords } from '../words/desk.ts';
import type { Language } from '../words/format.ts';
import type { Giving } from './use-giving.ts';

/** Why something was not done, in the server's words where it said so. */
export function GivingNote({
  failure,
  language,
}: Pick<Giving, 'failure'> & { language: Language }) {
  const text = deskWords(language);
  if (failure === null) return null;
  switch (failure.code) {
    case 'unanswered':
      return <p role="alert">{text.noAnswer}</p>;
    case 'signed-out':
      return (
        <p role="alert">
          <a href="/sign-in">{text.signedOut}</a>
        </p>
      );
    default:
      return (
        <p role="alert" className="given-refusal" lang="en">
          {failure.message}
        </p>
      );
  }
}
