import { type ApprovalRule, bigCurrencies, defaultRuleOf } from '@/lib/catalogues/approval-rules';
import { countOf } from '@/lib/format/counts';
import { formatMoney } from '@/lib/format/money';

/** “Above 10,000.00 GBP: 1 approver” */
export const wordsOfRule = ({ above, approvers, currency }: ApprovalRule): string =>
  Number(above) === 0
    ? `Any amount: ${countOf(approvers, 'approver')}`
    : `Above ${formatMoney(above, currency)}: ${countOf(approvers, 'approver')}`;

/** What holds for currencies without lines of their own. */
export const defaultWords = [
  {
    currencies: bigCurrencies.join(', '),
    words: `Above ${formatMoney(defaultRuleOf('GBP').above, 'GBP').replace(' GBP', '')}: 1 approver`,
  },
  { currencies: 'Every other currency', words: 'Any amount: 1 approver' },
];

/** What follows, in one sentence, while it is typed. */
export const consequence =
  'Sums of a day count: everything that one person submits from the same profile in the same currency on a UTC day is added up, so splitting changes nothing. Up to the lower amount nobody has to agree.';
