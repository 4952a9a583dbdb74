import type { Method } from '../../shared/election/method.ts';
import type { Language } from '../words/format.ts';
import { namesText } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import type { AuditRecord } from './audit-page.ts';
import type { ListedUnit } from './listed-unit.ts';

/** What a record's body may say; each kind of entry has some of it. */
interface Told {
  readonly reports?: readonly { readonly unit?: string; readonly method?: Method }[];
  readonly text?: { readonly en: string; readonly es?: string };
  readonly reason?: string | null;
  readonly source?: string | null;
}

/** What a record is about, in a few words: the unit, whose account, the text, why. */
export function auditDetail(
  { about, note, body }: AuditRecord,
  units: readonly Pick<ListedUnit, 'unit' | 'name'>[],
  language: Language,
): string {
  // `as`: our own server's, documented so; anything else says nothing.
  const { reports, text, reason, source } = (body ?? {}) as Told;
  const known = words(language).methods;
  const places = (reports ?? []).flatMap(({ unit, method }) =>
    unit === undefined || method === undefined
      ? []
      : [`${units.find((one) => one.unit === unit)?.name ?? unit}, ${known[method]}`],
  );
  return [
    about?.name,
    places.length > 0 ? namesText(places, language) : null,
    text === undefined ? null : ((language === 'es' ? text.es : undefined) ?? text.en),
    source,
    reason,
    note,
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(': ');
}
