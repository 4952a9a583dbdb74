import type { Notice } from '../../shared/count/tally.ts';
import type { Standing } from '../../shared/results/standing.ts';
import type { Language } from '../words/format.ts';

/** A notice in the reader's language; in English where it was written in that alone. */
export function noticeText({ text }: Pick<Notice, 'text'>, language: Language): string {
  return (language === 'es' ? text.es : undefined) ?? text.en;
}

/** The newest notice in force; null where none is. */
export function noticeInForce({ notices }: Standing): Notice | null {
  return notices.findLast(({ until }) => until === null) ?? null;
}
