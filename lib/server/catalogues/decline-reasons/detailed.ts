import 'server-only';
import type { Disclosure } from './entry.ts';

interface DetailedEntry {
  /** One sentence that makes the reason more exact. */
  note: string;
  /** `tell` where the reason itself decides. */
  disclosure: Disclosure;
  /** The spending permission that the payment needed. */
  spendingPermission?: 'ECOM' | 'POS_CHIP' | 'POS_MAGSTRIPE' | 'POS_CONTACTLESS' | 'MOBILE_WALLETS';
  /** Whose limit it was. */
  limitOf?: 'card' | 'profile';
}

const said = (note: string, more: Omit<DetailedEntry, 'note' | 'disclosure'> = {}): DetailedEntry => ({
  note,
  disclosure: 'tell',
  ...more,
});

/** What Wise documents for `detailedDeclineReason`; the list is open. */
export const detailedReasons = {
  INSUFFICIENT_FUNDS_FOR_BLOCKED_SMART_CONVERSION: said(
    'Another balance could have paid, but converting from it was not possible.',
  ),
  INSUFFICIENT_FUNDS_FOR_SPECIFIC_CURRENCY_RESERVATION: said(
    'The sum had to come from the balance of one currency, and that one held too little.',
  ),
  RESET_YOUR_PIN_AT_ATM: said('The PIN has to be unlocked at a cash machine.'),
  INCORRECT_CVV2: said('It was the three-digit code printed on the card.'),
  SCA_SOFT_DECLINE_CONTACTLESS: said('It was contactless: chip and PIN is the stronger way here.'),
  INVALID_TRANSACTION_TYPE_FINAL: said('Trying again the same way cannot work.'),
  INVALID_TRANSACTION_TYPE_CONTACTLESS_MAGSTRIPE: said(
    'The terminal used contactless in its old stripe form.',
  ),
  INVALID_TRANSACTION_TYPE_FALLBACK: said('The terminal fell back to the stripe instead of the chip.'),
  CONTACTLESS_DISABLED: said('Contactless is off.', { spendingPermission: 'POS_CONTACTLESS' }),
  ECOM_DISABLED: said('Online payments are off.', { spendingPermission: 'ECOM' }),
  CHIP_DISABLED: said('Chip payments are off.', { spendingPermission: 'POS_CHIP' }),
  MAGSTRIPE_DISABLED: said('Payments by magnetic stripe are off.', { spendingPermission: 'POS_MAGSTRIPE' }),
  WALLET_DISABLED: said('Phone wallets are off.', { spendingPermission: 'MOBILE_WALLETS' }),
  PROFILE_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE: said('It is the daily limit of the whole profile.', {
    limitOf: 'profile',
  }),
  PROFILE_GENERAL_MONTHLY_LIMIT_EXCEEDED_CHANGEABLE: said('It is the monthly limit of the whole profile.', {
    limitOf: 'profile',
  }),
  CARD_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE: said('It is the daily limit of this card.', {
    limitOf: 'card',
  }),
  CARD_GENERAL_MONTHLY_LIMIT_EXCEEDED_CHANGEABLE: said('It is the monthly limit of this card.', {
    limitOf: 'card',
  }),
  PAYMENT_METHOD_MAX_MONTHLY_LIMIT_EXCEEDED: said('It is the highest monthly limit that can be set.'),
  UNKNOWN: said('Wise gives no more detail.'),
  SUSPECTED_FRAUD_NO_BALANCE: {
    note: 'The risk rating came with a balance that held nothing.',
    disclosure: 'cover',
  },
  SUSPECTED_FRAUD_REVIEW_ACTIVITY: {
    note: 'Wise wants the account’s activity reviewed.',
    disclosure: 'cover',
  },
} satisfies Record<string, DetailedEntry>;

export const findDetail = (code: string): DetailedEntry | undefined =>
  Object.hasOwn(detailedReasons, code) ? detailedReasons[code as keyof typeof detailedReasons] : undefined;
