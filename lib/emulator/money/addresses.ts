import type { QuoteRecord } from './records.ts';

/** Wise: a recipient's address is needed where the money goes to one of these, or comes from one of those. */
const targets: readonly string[] = ['USD', 'PHP', 'THB', 'TRY'];
const sources: readonly string[] = ['USD', 'AUD'];

export const needsAddress = (route: {
  sourceCurrency: QuoteRecord['sourceCurrency'] | null;
  targetCurrency: QuoteRecord['targetCurrency'];
}): boolean =>
  targets.includes(route.targetCurrency) ||
  (route.sourceCurrency !== null && sources.includes(route.sourceCurrency));
