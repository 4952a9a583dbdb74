/** Products of counts that stay exact however large they grow: nothing is ever rounded. */

/**
 * The sign of `a * b - c * d`.
 * @param a all four: integers from 0 to 2^53 - 1
 */
export function compareProducts(a: number, b: number, c: number, d: number): -1 | 0 | 1 {
  const left = a * b;
  const right = c * d;
  // A product that a double cannot hold rounds to 2^53 or more, so that this test cannot be fooled.
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER)
    return signOf(left, right);
  return signOf(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d));
}

/**
 * `a * b / divisor`, rounded down.
 * @param a, b integers from 0 to 2^53 - 1; the quotient must be one, too
 * @param divisor integer from 1 to 2^53 - 1
 */
export function floorProduct(a: number, b: number, divisor: number): number {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) return (product - (product % divisor)) / divisor;
  const quotient = Number((BigInt(a) * BigInt(b)) / BigInt(divisor));
  if (!Number.isSafeInteger(quotient)) throw new RangeError('a count beyond 2^53');
  return quotient;
}

/** The sum of two counts, which must be one, too. */
export function safeSum(a: number, b: number): number {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) throw new RangeError('a count beyond 2^53');
  return sum;
}

function signOf<Value extends number | bigint>(left: Value, right: Value): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
