import type { ChannelName } from './channels.ts';

export interface DeclineScenario {
  /** null and '' are what Wise may send as well. */
  reason: string | null;
  detail?: string | null;
  channel: ChannelName;
  pin?: string;
  /** How often it happens beside the others; 0 where only the story of a card brings it about. */
  weight: number;
}

const at = (
  channel: ChannelName,
  weight: number,
  reason: string | null,
  { detail = null, pin }: { detail?: string | null; pin?: string } = {},
): DeclineScenario => ({ reason, detail, channel, weight, ...(pin === undefined ? {} : { pin }) });

const wrongPin = { pin: 'ONLINE_PIN_INVALID' };
const wrongChipPin = { pin: 'OFFLINE_PIN_INVALID' };

/** What may be said of these to whoever asks, or what everybody on the staff may read. */
export const openScenarios: readonly DeclineScenario[] = [
  at('online', 90, 'INSUFFICIENT_FUNDS'),
  at('contactless', 70, 'INSUFFICIENT_FUNDS'),
  at('cash', 25, 'INSUFFICIENT_FUNDS'),
  at('online', 5, 'INSUFFICIENT_FUNDS', { detail: 'INSUFFICIENT_FUNDS_FOR_BLOCKED_SMART_CONVERSION' }),
  at('chip', 4, 'INSUFFICIENT_FUNDS', { detail: 'INSUFFICIENT_FUNDS_FOR_SPECIFIC_CURRENCY_RESERVATION' }),
  at('online', 30, 'INCORRECT_CVV', { detail: 'INCORRECT_CVV2' }),
  at('online', 18, 'INCORRECT_EXPIRY_DATE'),
  at('chip', 22, 'INCORRECT_PIN', wrongChipPin),
  at('cash', 18, 'INCORRECT_PIN', wrongPin),
  at('online', 12, 'INVALID_3DS_UCAF'),
  at('online', 8, 'BLOCKED_SUBSCRIPTION'),
  at('online', 7, 'BLOCKED_COUNTRY', { detail: 'INVALID_TRANSACTION_TYPE_FINAL' }),
  at('chip', 6, 'CONNECTION_ISSUE'),
  at('online', 6, 'PROCESSING_ERROR', { detail: 'UNKNOWN' }),
  at('chip', 5, 'DECLINED_ADVICE'),
  at('cash', 4, 'ATM_PIN_CHANGE_NOT_ALLOWED'),
  at('cash', 4, 'MANDATE_LOCAL_CASH_WITHDRAWAL_NOT_ALLOWED'),
  at('chip', 4, 'MANDATE_DCC_NON_SUPPORTED_FOR_CARD_COUNTRY'),
  at('online', 4, 'NON_SUPPORTED_CURRENCY'),
  at('online', 5, 'NON_SUPPORTED_MCC_FOR_COUNTRY'),
  at('online', 5, 'TRANSACTION_TYPE_NOT_SUPPORTED'),
  at('funding', 5, 'CREDIT_TRANSACTIONS_NOT_SUPPORTED'),
  at('online', 5, 'INVALID_MERCHANT'),
  at('stripe', 4, 'INVALID_TRANSACTION', { detail: 'INVALID_TRANSACTION_TYPE_FALLBACK' }),
  at('contactless', 4, 'INVALID_TRANSACTION', { detail: 'INVALID_TRANSACTION_TYPE_CONTACTLESS_MAGSTRIPE' }),
  at('chip', 5, 'INCORRECT_ICVV'),
  at('stripe', 4, 'SECURITY_MAGSTRIPE_SECURE_ELEMENTS_INCORRECT_OR_MISSING'),
  at('chip', 4, 'SECURITY_CVM_FAILURE'),
  at('stripe', 3, 'RESTRICTED_MODE'),
  at('online', 3, 'REVERSAL_NOT_MATCHING_AUTH_CURRENCY'),
  at('online', 4, 'ACCOUNT_INACTIVE'),
  at('online', 4, 'CUMULATIVE_LIMIT_EXCEEDED'),
  at('online', 5, 'PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED', {
    detail: 'PROFILE_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE',
  }),
  at('cash', 4, 'PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED', {
    detail: 'CARD_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE',
  }),
  at('online', 4, 'PAYMENT_METHOD_MONTHLY_LIMIT_EXCEEDED', {
    detail: 'PROFILE_GENERAL_MONTHLY_LIMIT_EXCEEDED_CHANGEABLE',
  }),
  at('chip', 3, 'PAYMENT_METHOD_MONTHLY_LIMIT_EXCEEDED', {
    detail: 'CARD_GENERAL_MONTHLY_LIMIT_EXCEEDED_CHANGEABLE',
  }),
  at('cash', 3, 'PAYMENT_METHOD_MONTHLY_LIMIT_EXCEEDED', {
    detail: 'PAYMENT_METHOD_MAX_MONTHLY_LIMIT_EXCEEDED',
  }),
  at('online', 3, 'PAYMENT_METHOD_LIFETIME_LIMIT_EXCEEDED'),
  at('online', 5, 'PAYMENT_METHOD_TRANSACTION_LIMIT_EXCEEDED'),
];

/** Declines that ask for another way to pay; the same payment goes through minutes later. `then` is that way. */
export const softScenarios: readonly (DeclineScenario & { then: ChannelName })[] = [
  { ...at('online', 30, 'SCA_SOFT_DECLINE'), then: 'online' },
  {
    ...at('contactless', 12, 'SCA_SOFT_DECLINE', { detail: 'SCA_SOFT_DECLINE_CONTACTLESS' }),
    then: 'chip',
  },
  { ...at('contactless', 28, 'CONTACTLESS_PIN_ENTRY_REQUIRED'), then: 'chip' },
  { ...at('online', 12, 'SUSPECTED_FRAUD_SOFT_DECLINE'), then: 'online' },
  { ...at('contactless', 10, 'SECURITY_PIN_ENTRY_REQUIRED'), then: 'chip' },
  { ...at('contactless', 5, 'PRE_ACTIVATED_CARD_PIN_ENTRY_REQUIRED'), then: 'chip' },
];

/** What only compliance reads. Each is planted together with at least as many of `coverScenarios` on the same card. */
export const restrictedScenarios: readonly DeclineScenario[] = [
  at('online', 1, 'SUSPECTED_FRAUD_AML'),
  at('online', 1, 'SUSPECTED_FRAUD_COMPLIANCE'),
  at('chip', 1, 'SUSPECTED_FRAUD_SANCTIONS'),
  at('online', 1, 'ACCOUNT_SUSPENDED'),
];

/** What reads the same as the restricted ones to everybody else, without being one. */
export const coverScenarios: readonly DeclineScenario[] = [
  at('online', 10, 'SUSPECTED_FRAUD', { detail: 'SUSPECTED_FRAUD_REVIEW_ACTIVITY' }),
  at('online', 7, 'SUSPECTED_FRAUD', { detail: 'SUSPECTED_FRAUD_NO_BALANCE' }),
  at('online', 7, 'SUSPECTED_FRAUD'),
  at('online', 6, 'SUSPECTED_FRAUD_CORE_FRAUD'),
  at('chip', 7, 'SCHEME_BLOCKED_TRANSACTION'),
  at('chip', 6, 'INCORRECT_ARQC'),
  at('contactless', 10, 'UNEXPECTED_ERROR'),
  at('online', 4, null),
  at('contactless', 4, ''),
];

/** Reasons that follow from what the card itself is. */
export const statusScenarios: Record<string, string> = {
  FROZEN: 'CARD_FROZEN',
  BLOCKED: 'CARD_BLOCKED',
  INACTIVE: 'CARD_INACTIVE',
  EXPIRED: 'CARD_EXPIRED',
  PURGED: 'CARD_EXPIRED',
  PARTNER_SUSPENDED: 'CARD_PARTNER_SUSPENDED',
};
