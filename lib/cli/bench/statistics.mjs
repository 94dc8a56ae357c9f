/** @param {readonly number[]} values */
const sorted = (values) => [...values].sort((a, b) => a - b);

/** @param {readonly number[]} values */
export function median(values) {
  const order = sorted(values);
  const middle = order.length / 2;
  return order.length % 2 === 1
    ? (order[Math.floor(middle)] ?? NaN)
    : ((order[middle - 1] ?? NaN) + (order[middle] ?? NaN)) / 2;
}

/** @param {readonly number[]} values @param {number} share 0 to 1 */
export function quantile(values, share) {
  const order = sorted(values);
  return order[Math.min(order.length - 1, Math.floor(order.length * share))] ?? NaN;
}

/** From smallest to largest, in percent of the median. @param {readonly number[]} values */
export function spreadPercent(values) {
  const order = sorted(values);
  return (((order.at(-1) ?? NaN) - (order[0] ?? NaN)) / median(values)) * 100;
}
