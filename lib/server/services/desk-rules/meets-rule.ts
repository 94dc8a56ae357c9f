import 'server-only';
import Big from 'big.js';
import type { DeskConditions } from '../../../contracts/desk-rules.ts';
import { plain } from '../search-text.ts';
import { findReason } from '../../catalogues/decline-reasons/catalogue.ts';

/** A declined payment as the desk's rules look at it, with Wise's own codes. */
export interface DeclinedPayment {
  profileId: string;
  transactionId: string;
  createdAt: Date;
  cardToken: string;
  declineReason: string | null;
  detailedDeclineReason: string | null;
  amount: string;
  currency: string;
  billingAmount: string | null;
  billingCurrency: string | null;
  merchantName: string | null;
  merchantCountry: string | null;
  mcc: string | null;
  /** A soft decline that was followed by the same payment, approved. */
  wentThrough: boolean;
}
/** How often it happened within the rule's minutes, this one counted. */
export interface Repetition {
  /** Declines of the card. */
  sameCard: number;
  /** Cards that were declined at the shop. */
  sameMerchant: number;
}

/** All but repetition: what the payment itself tells. One that went through after all meets no rule. */
export function meetsOwnConditions(conditions: DeskConditions, payment: DeclinedPayment): boolean {
  const { amountFrom, countries, families, mccs, reasons } = conditions;
  const { declineReason, detailedDeclineReason, mcc, merchantCountry } = payment;
  if (payment.wentThrough) return false;
  if (reasons && !isAmong(reasons, declineReason) && !isAmong(reasons, detailedDeclineReason)) return false;
  if (families && !families.includes(familyOf(declineReason))) return false;
  if (countries && !isAmong(countries.map(plain), merchantCountry && plain(merchantCountry))) return false;
  if (mccs && !isAmong(mccs, mcc)) return false;
  return amountFrom === undefined || reaches(payment, amountFrom);
}

/** Whether the payment enters the desk by this rule. */
export function meetsRule(
  conditions: DeskConditions,
  payment: DeclinedPayment,
  { sameCard, sameMerchant }: Repetition,
): boolean {
  return (
    meetsOwnConditions(conditions, payment) &&
    (conditions.sameCard === undefined || sameCard >= conditions.sameCard.times) &&
    (conditions.sameMerchant === undefined || sameMerchant >= conditions.sameMerchant.cards)
  );
}

const isAmong = (values: readonly string[], value: string | null): boolean =>
  value !== null && values.includes(value);

/** As compliance reads them: a missing reason and one that nobody has classified count as risk. */
const familyOf = (reason: string | null) => findReason(reason ?? '')?.family ?? 'risk';

/** Amounts in other currencies are not compared. */
function reaches(
  { amount, billingAmount, billingCurrency, currency }: DeclinedPayment,
  from: NonNullable<DeskConditions['amountFrom']>,
): boolean {
  const isBilled = billingAmount !== null && billingCurrency !== null;
  const [value, of] = isBilled ? [billingAmount, billingCurrency] : [amount, currency];
  return of === from.currency && new Big(value).abs().gte(from.value);
}
