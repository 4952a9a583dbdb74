import { type Language, percent, shareOnSide, unitsText } from './print-share.ts';

/**
 * A part of a whole that no line runs through, such as precincts, in percent, rounded half up. What
 * is neither nothing nor all is never 0% or 100%: "<1%", ">99%"; with a decimal "<0.1%", ">99.9%".
 * Of nothing: "".
 * @param part, whole integers, 0 <= part <= whole
 */
export function printPart(
  part: number,
  whole: number,
  language: Language,
  decimals: 0 | 1 = 0,
): string {
  if (whole === 0) return '';
  if (part === 0 || part === whole) return percent(part === 0 ? '0' : '100', language);
  const step = { units: 1n, decimals };
  const share = shareOnSide(part, whole, null, decimals);
  if (share.decimals === decimals) return percent(unitsText(share), language);
  const last = { units: 100n * 10n ** BigInt(decimals) - 1n, decimals };
  const isSmall = part < whole / 2;
  return percent(isSmall ? `<${unitsText(step)}` : `>${unitsText(last)}`, language);
}

/**
 * How much of the expected vote is counted: an estimate of turnout never says that all is in, so that
 * it is at most ">99%" until the count is certified.
 */
export function printCounted(
  counted: number,
  expectedTotal: number,
  isCertified: boolean,
  language: Language,
): string {
  if (isCertified || counted < expectedTotal) return printPart(counted, expectedTotal, language);
  return expectedTotal === 0 ? '' : percent('>99', language);
}
