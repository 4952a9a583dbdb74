import type { ReactNode } from 'react';
import { Mark } from '../design/mark.tsx';
import type { Language } from '../words/format.ts';
import { words } from '../words/words.ts';

/**
 * The top of every reading page. When the page is not up to date it says so here, where it shows
 * from anywhere on the page and moves nothing.
 */
export function PageHeader({
  language,
  name,
  notUpdating = null,
  past = null,
  query = '',
  isTest = false,
  children,
}: {
  language: Language;
  name: string | null;
  /** In words, since when. */
  notUpdating?: string | null;
  /** In words, the moment at which the page stands still. */
  past?: string | null;
  /** What else the address says, such as `seq=12&`. */
  query?: string;
  /** What the page shows is no real result. */
  isTest?: boolean;
  /** Controls. */
  children?: ReactNode;
}) {
  const text = words(language);
  const other = language === 'en' ? 'es' : 'en';
  const said = notUpdating ?? past;
  return (
    <header className="page-header" data-stale={notUpdating !== null} data-past={past !== null}>
      {isTest && <p className="test-strip">{text.labels.test}</p>}
      <div className="page-header-inside">
        <a className="skip-link" href="#results">
          {text.skipToResults}
        </a>
        <a
          className="home-link"
          href={language === 'en' ? '/' : `/?lang=${language}`}
          aria-label="Fiftyline"
        >
          <Mark />
          <span className="home-name">Fiftyline</span>
        </a>
        <p className="header-name" role={notUpdating === null ? undefined : 'alert'}>
          {said === null ? (
            name
          ) : (
            <>
              {name !== null && <span className="header-wide">{name}: </span>}
              <strong>{said}</strong>
            </>
          )}
        </p>
        <div className="header-controls">
          {children}
          <a
            className="language-link"
            href={`?${query}lang=${other}`}
            lang={other}
            hrefLang={other}
          >
            <span className="header-wide">{text.otherLanguage}</span>
            <abbr className="header-narrow" title={text.otherLanguage}>
              {other.toUpperCase()}
            </abbr>
          </a>
        </div>
      </div>
    </header>
  );
}
