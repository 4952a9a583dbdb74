import type { Language } from '../words/format.ts';
import { words } from '../words/words.ts';
import { PageHeader } from './page-header.tsx';

/** For an address that leads nowhere. */
export function MissingPage({ language }: { language: Language }) {
  const text = words(language);
  return (
    <>
      <PageHeader language={language} name={null} />
      <main id="results" className="page">
        <h1 className="headline">{text.notFound}</h1>
        <p>
          <a href="/">{text.toFront}</a>
        </p>
      </main>
    </>
  );
}
