import { assert } from '../basics/assert.ts';
import type { Line } from '../election/rule.ts';
import { sideOfLine } from './line-of-votes.ts';

/** The languages that every word exists in. */
export type Language = 'en' | 'es';

/** A share as it is printed: `units` of 10^-decimals percent. */
export interface PrintedShare {
  readonly units: bigint;
  readonly decimals: number;
}

/**
 * A share in percent with one decimal, rounded half up from the integers, and with as many more as
 * it takes to stay on its true side of the line: 49.96% is never "50.0%". Exactly on the line prints
 * plain ("50%", or "2/3" where no decimal says it); neither none nor all ever prints as 0% or 100%.
 * Without any votes: "".
 * @param votes, total integers, 0 <= votes <= total < 2^53; also those of an animation's frame
 * @param decimals at least so many: see share-texts.ts
 */
export function printShare(
  votes: number,
  total: number,
  line: Line | null,
  language: Language = 'en',
  decimals = 1,
): string {
  if (total === 0) return '';
  if (votes === 0 || votes === total) return percent(votes === 0 ? '0' : '100', language);
  const plain = decimals === 1 ? plainTenths(votes, total, line) : null;
  if (plain !== null) return percent(plain.toFixed(1), language);
  if (line !== null && sideOfLine(votes, total, line) === 0) return printLine(line, language);
  const edge = nearEdge(votes, total, line, decimals);
  if (edge !== null) return percent(edge, language);
  return percent(unitsText(shareOnSide(votes, total, line, decimals)), language);
}

/** The usual case, many times a frame: one decimal is enough, and the numbers are small. */
function plainTenths(votes: number, total: number, line: Line | null): number | null {
  if (total > 2 ** 40) return null;
  const rounded = 2000 * votes + total;
  const tenths = (rounded - (rounded % (2 * total))) / (2 * total);
  if (tenths === 0 || tenths === 1000) return null;
  const isTrue = line === null || sideOfLine(tenths, 1000, line) === sideOfLine(votes, total, line);
  const isOnLine = line !== null && sideOfLine(tenths, 1000, line) === 0;
  return isTrue && !isOnLine ? tenths / 10 : null;
}

/** The fewest decimals, from `decimals` on, with which a share is on its true side of the line and neither 0 nor 100. */
export function shareOnSide(
  votes: number,
  total: number,
  line: Line | null,
  decimals = 1,
): PrintedShare {
  assert(votes > 0 && votes < total, `${votes} of ${total} is no part of a whole`);
  const part = BigInt(votes);
  const whole = BigInt(total);
  for (let digits = decimals; ; digits += 1) {
    const all = allUnits(digits);
    const units = halfUp(part, whole, all);
    const isTrue = line === null || side(units, all, line) === side(part, whole, line);
    if (isTrue && units > 0n && units < all) return { units, decimals: digits };
  }
}

/** Digits with a point before the last `decimals`. */
export function unitsText({ units, decimals }: PrintedShare): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** "<0.1" and ">99.9", unless the line runs through what they leave open. */
function nearEdge(
  votes: number,
  total: number,
  line: Line | null,
  decimals: number,
): string | null {
  const all = allUnits(decimals);
  const units = halfUp(BigInt(votes), BigInt(total), all);
  if (units === 0n) {
    const isCut = line !== null && side(1n, all, line) > 0;
    return isCut ? null : `<${unitsText({ units: 1n, decimals })}`;
  }
  if (units < all) return null;
  const isCut = line !== null && line.num < line.den && side(all - 1n, all, line) < 0;
  return isCut ? null : `>${unitsText({ units: all - 1n, decimals })}`;
}

/** The whole in units of 10^-decimals percent. */
function allUnits(decimals: number): bigint {
  return 10n ** BigInt(decimals + 2);
}

function halfUp(part: bigint, whole: bigint, all: bigint): bigint {
  return (2n * part * all + whole) / (2n * whole);
}

function side(part: bigint, whole: bigint, line: Line): number {
  const left = BigInt(line.den) * part;
  const right = BigInt(line.num) * whole;
  return left === right ? 0 : left < right ? -1 : 1;
}

/** The line itself: as a percentage where three decimals can say it, else as a fraction. */
export function printLine(line: Line, language: Language): string {
  const thousandths = BigInt(line.num) * 100_000n;
  const den = BigInt(line.den);
  if (thousandths % den !== 0n) return `${line.num}/${line.den}`;
  const text = unitsText({ units: thousandths / den, decimals: 3 });
  return percent(text.replace(/\.?0+$/, ''), language);
}

/** "48.1%", in Spanish "48,1 %" with a space that does not break. */
export function percent(number: string, language: Language): string {
  return language === 'en' ? `${number}%` : `${number.replace('.', ',')}\u00a0%`;
}
