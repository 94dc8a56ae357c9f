export interface ApprovalRule {
  currency: string;
  /** Decimal text. From more than this on a day, so many people approve. */
  above: string;
  approvers: number;
}

/** Of these a hundred thousand is a large sum; of others the console does not know what is. */
export const bigCurrencies = ['AUD', 'CAD', 'CHF', 'EUR', 'GBP', 'NZD', 'SGD', 'USD'];
const aboveByDefault = '10000';

/** What holds where nobody has set a rule: one approver above 10,000 in the big currencies, elsewhere from the first unit on. */
export const defaultRuleOf = (currency: string): ApprovalRule => ({
  currency,
  above: bigCurrencies.includes(currency) ? aboveByDefault : '0',
  approvers: 1,
});

/** The lines that hold for a currency: those that were set, or the default. */
export function rulesOf(rules: readonly ApprovalRule[], currency: string): ApprovalRule[] {
  const own = rules.filter((rule) => rule.currency === currency);
  return own.length > 0 ? own : [defaultRuleOf(currency)];
}
