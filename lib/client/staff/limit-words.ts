import { formatAmount } from '../../format/money.ts';
import type { ApprovalLimit } from './person-draft.ts';

/** “1,000,000 EUR, GBP, USD”: currencies of the same limit stand together, and pence only where there are some. */
export function wordsOfLimits(limits: readonly ApprovalLimit[]): string {
  const currenciesOf = new Map<string, string[]>();
  for (const { amount, currency } of limits) {
    const words = formatAmount(amount, currency).replace(/\.0+$/, '');
    currenciesOf.set(words, [...(currenciesOf.get(words) ?? []), currency]);
  }
  return [...currenciesOf].map(([amount, currencies]) => `${amount} ${currencies.join(', ')}`).join('; ');
}
