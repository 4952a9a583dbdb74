import type { PublicCorrection } from '../../shared/count/tally.ts';
import type { Picture } from '../picture/picture.ts';
import { correctedPlace, reasonText, withdrawnText } from '../words/correction-text.ts';
import { integer } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import type { Piece, Update } from './update.ts';

/** Numbers that were put right, the old ones struck through, and certainties that were taken back. */
export function correctionUpdates(picture: Picture): readonly Update[] {
  const { correction: kind } = words(picture.language);
  return picture.standing.corrections.map((correction) => {
    const { seq, nightAt } = correction;
    const pieces = correctionPieces(correction, picture);
    return { key: `correction ${seq}`, seq, nightAt, kind, pieces, weight: 'plain' };
  });
}

/** What, where, from, to and why. */
function correctionPieces(
  correction: PublicCorrection,
  { definition, language }: Picture,
): readonly Piece[] {
  const text = words(language);
  const place = correctedPlace(correction, language);
  const withdrawn = withdrawnText(correction, definition, language);
  const reason = reasonText(correction.reason, language);
  const said: (readonly Piece[])[] = [
    withdrawn === null ? [] : [withdrawn],
    ...correction.changes.map(({ choice, from, to }) => [
      text.corrected(nameOf(definition, choice), integer(to, language)),
      { struck: integer(from, language) },
    ]),
    reason === '' ? [] : [reason],
  ];
  const sentences = said.filter((pieces) => pieces.length > 0);
  return [
    place === '' ? '' : `${place}: `,
    ...sentences.flatMap((pieces, at) => (at === 0 ? pieces : ['. ', ...pieces])),
  ];
}
