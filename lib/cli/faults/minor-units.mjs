/**
 * Decimal text in hundredths, exactly.
 * @param {string | number} amount a number is one that JSON printed: it has at most two decimals
 * @returns {bigint}
 * @throws where there are more decimals than cents
 */
export function toMinor(amount) {
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(String(amount));
  if (!match) throw new Error(`${amount} is no amount in pounds and pence`);
  const [, sign = '', whole = '0', cents = ''] = match;
  const minor = BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'));
  return sign === '-' ? -minor : minor;
}

/** @param {Iterable<bigint>} amounts */
export function sum(amounts) {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

export const distance = (/** @type {bigint} */ a, /** @type {bigint} */ b) => (a > b ? a - b : b - a);
