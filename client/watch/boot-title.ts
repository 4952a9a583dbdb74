import type { Boot } from '../../shared/wire/boot.ts';
import { standingOfView } from '../live/selectors.ts';
import { pageTitle } from '../picture/page-title.ts';
import { deskWords } from '../words/desk.ts';
import { words } from '../words/words.ts';
import { pastText } from './past-text.ts';

/** The title a page opens with. */
export function bootTitle({ page, language, contests, past }: Boot): string {
  const text = words(language);
  const [first] = contests;
  if (page === 'missing') return text.notFound;
  if (page === 'desk') return `${deskWords(language).title} – Fiftyline`;
  if (page === 'front' || first === undefined) return text.frontTitle;
  const { definition, snapshot } = first;
  const title = pageTitle(definition, standingOfView({ definition, ...snapshot }), language);
  return past === undefined ? title : `${pastText(past, definition, language)}: ${title}`;
}
