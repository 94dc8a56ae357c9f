/** What a person may look for, each as the list's query names it: letters and codes as the loaded transactions have them. */
const filters = /** @type {const} */ ([
  ['state', ['COMPLETED', 'DECLINED', 'IN_PROGRESS', 'CANCELLED']],
  ['type', ['POS_PURCHASE', 'ECOM_PURCHASE', 'REFUND', 'ACCOUNT_CHECK']],
  ['declineReason', ['INSUFFICIENT_FUNDS', 'CARD_FROZEN', 'NOT_DISCLOSED']],
  ['currency', ['GBP', 'EUR', 'JPY', 'PLN']],
  ['amountFrom', ['10', '100', '500']],
  ['merchant', ['corner', 'fuel sports', 'market 417']],
  ['mcc', ['5411', '6011', '5732']],
  ['country', ['GB', 'France', 'US']],
  ['authorisationMethod', ['CHIP', 'MANUAL_ENTRY', 'MAGSTRIPE']],
  ['pinResult', ['NOT_RECEIVED']],
  ['programme', ['VISA_DEBIT_CONSUMER_UK', 'VISA_DEBIT_BUSINESS_UK', 'MASTERCARD_DEBIT_CONSUMER_EEA']],
  ['query', ['oliver', 'quinn', '4417', 'central', 'leeds']],
]);
/** People sort by value as well as by time. */
const sorts = ['-created', 'created', '-billing', 'billing', '-id', 'id'];
const dayMs = 86_400_000;

/** @typedef {Record<string, string>} Query */

/** Each filter with each of its values, and ranges of time. @returns {Query[]} */
export const singleFilters = () => [
  ...filters.flatMap(([name, values]) => values.map((value) => ({ [name]: value }))),
  { from: daysAgo(7) },
  { from: daysAgo(200), to: daysAgo(180) },
];

/** Any three filters together in any order, drawn the same way every time. @param {number} count @returns {Query[]} */
export function combinedFilters(count, seed = 20_261_122) {
  let state = seed;
  const draw = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    // The low digits of such a draw repeat soon.
    return Math.floor((state / 0x80000000) * below);
  };
  return Array.from({ length: count }, () => {
    const left = [...filters];
    const chosen = Array.from({ length: 3 }, () => left.splice(draw(left.length), 1)).flat();
    const asked = chosen.map(([name, values]) => [name, values[draw(values.length)] ?? '']);
    return Object.fromEntries([...asked, ['sort', sorts[draw(sorts.length)] ?? '']]);
  });
}

const daysAgo = (/** @type {number} */ days) => new Date(Date.now() - days * dayMs).toISOString();
