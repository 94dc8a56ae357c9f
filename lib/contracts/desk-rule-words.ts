import { countOf } from '../format/counts.ts';
import { formatMoney } from '../format/money.ts';
import type { DeskConditions } from './desk-rules.ts';

/** What a rule of the desk asks for, in plain sentences: for its page, and for whoever agrees to it. */
export function describeConditions(conditions: DeskConditions): string[] {
  const { amountFrom, countries, families, mccs, reasons, sameCard, sameMerchant } = conditions;
  const lines = [
    reasons && `The reason is ${reasons.join(' or ')}.`,
    families && `The reason is of the kind ${families.join(' or ')}.`,
    amountFrom && `The amount is ${formatMoney(amountFrom.value, amountFrom.currency)} or more.`,
    countries && `The shop is in ${countries.join(' or ')}.`,
    mccs && `The merchant category is ${mccs.join(' or ')}.`,
    sameCard &&
      `The card was declined ${sameCard.times} times within ${countOf(sameCard.minutes, 'minute')}.`,
    sameMerchant &&
      `The shop saw ${sameMerchant.cards} cards declined within ${countOf(sameMerchant.minutes, 'minute')}.`,
  ];
  return lines.filter((line) => line !== undefined);
}
