import type { Line } from '../election/rule.ts';
import { type Language, shareOnSide, unitsText } from './print-share.ts';

/**
 * How far a share is from the line, in percentage points, as the printed share has it: 50.3% is "0.3"
 * over half. Never "0.0": with as many decimals as it takes. Exactly on the line: "0".
 * @param votes, total integers, 0 <= votes <= total, total > 0
 */
export function printPoints(votes: number, total: number, line: Line, language: Language): string {
  const text = pointsText(votes, total, line);
  return language === 'en' ? text : text.replace('.', ',');
}

function pointsText(votes: number, total: number, line: Line): string {
  const [part, whole] = [BigInt(votes), BigInt(total)];
  if (part * BigInt(line.den) === BigInt(line.num) * whole) return '0';
  const isEdge = votes === 0 || votes === total;
  for (let decimals = 1; ; decimals += 1) {
    const all = 100n * 10n ** BigInt(decimals);
    // None and all are themselves, every other share is what is printed of it.
    const share = isEdge
      ? { units: votes === 0 ? 0n : all, decimals }
      : shareOnSide(votes, total, line, decimals);
    const units = distance(share.units, 100n * 10n ** BigInt(share.decimals), line);
    if (units > 0n) return unitsText({ units, decimals: share.decimals });
  }
}

/** From the line, in the same units, rounded half up. */
function distance(units: bigint, all: bigint, line: Line): bigint {
  const den = BigInt(line.den);
  const gap = units * den - BigInt(line.num) * all;
  return (2n * (gap < 0n ? -gap : gap) + den) / (2n * den);
}
