import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { placesOf } from '../charts/threshold-bars-layout.ts';
import { countingChoices } from '../picture/hero.ts';

/** So many have a stroke of their own beside the leader's. */
const MOST = 4;

/** Those next to the one the page is about, most votes first. */
export function rivalsOf(standing: Standing, hero: ChoiceId): readonly ChoiceId[] {
  const { rows } = placesOf(countingChoices(standing), true);
  return rows.filter((id) => id !== hero).slice(0, MOST);
}
