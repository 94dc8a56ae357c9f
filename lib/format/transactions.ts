import { formatMoney } from './money.ts';
import { formatDetailTime } from './times.ts';

interface Sum {
  amount: string;
  currency: string;
}
interface Held {
  state: string;
  type: string;
  purgeTime: string | null;
  transactionAmount: Sum;
  billingAmount: Sum | null;
}

const typeWords: Record<string, string> = {
  ACCOUNT_CREDIT: 'Money received',
  ACCOUNT_FUNDING: 'Sent to a card or wallet',
  CASH_ADVANCE: 'Cash advance',
  CASH_WITHDRAWAL: 'Cash withdrawal',
  CHARGEBACK: 'Chargeback',
  CREDIT_TRANSACTION: 'Money sent to the card',
  ECOM_PURCHASE: 'Online purchase',
  POS_PURCHASE: 'Purchase in a shop',
  REFUND: 'Refund',
};
export const transactionTypes = Object.keys(typeWords);
/** A value nobody knows yet shows as Wise's own word. */
export const formatTransactionType = (type: string): string => typeWords[type] ?? type;

const pinWords: Record<string, string> = {
  ONLINE_PIN_VALIDATED: 'Right, checked online',
  ONLINE_PIN_INVALID: 'Wrong, checked online',
  OFFLINE_PIN_VALIDATED: 'Right, checked by the chip',
  OFFLINE_PIN_INVALID: 'Wrong, checked by the chip',
  NOT_RECEIVED: 'No PIN was sent',
};
export const pinResults = Object.keys(pinWords);
export const formatPinResult = (value: string | null): string =>
  value === null ? 'none' : (pinWords[value] ?? value);

const methodWords: Record<string, string> = { MANUAL_ENTRY: 'Card number typed in' };
/** `CHIP_AND_PIN` reads "Chip and PIN" where Wise documents no words. */
export function formatAuthorisationMethod(value: string | null): string {
  if (value === null) return 'not told';
  const words = value
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/\bpin\b/, 'PIN');
  return methodWords[value] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const stepWords: Record<string, string> = {
  AUTH: 'Asked for',
  PARTIAL_REVERSAL: 'Part given back',
  FULL_REVERSAL: 'Given back',
  CAPTURE: 'Taken',
};
/** What Wise calls a step; only its deliveries name one. */
export const formatStep = ({ source, step }: { source: string; step: string | null }): string =>
  step === null ? (source === 'reading' ? 'Read from Wise' : 'Changed') : (stepWords[step] ?? step);

export const formatPlace = ({
  merchant,
}: {
  merchant: { city: string | null; country: string | null };
}): string => [merchant.city, merchant.country].filter(Boolean).join(', ');

/** Money that came in instead of going out. */
export const isIncoming = (type: string): boolean =>
  type === 'REFUND' || type === 'ACCOUNT_CREDIT' || type === 'CREDIT_TRANSACTION';

/**
 * Where the money is, in one sentence. Wise releases a hold after 7 days, 30 for some; the shop may still capture it
 * later, and then a cancelled payment becomes a completed one.
 */
export function sayWhereTheMoneyIs(transaction: Held, timeZone: string): string {
  const { state, type, purgeTime } = transaction;
  const { amount, currency } = transaction.billingAmount ?? transaction.transactionAmount;
  const sum = formatMoney(amount.replace('-', ''), currency);
  if (state === 'DECLINED') return 'Nothing was taken or held.';
  if (isIncoming(type))
    return state === 'COMPLETED' ? `${sum} came in.` : `${sum} is on its way in and not final yet.`;
  if (state === 'COMPLETED') return `${sum} was taken.`;
  if (state === 'IN_PROGRESS')
    return purgeTime === null
      ? `${sum} is held until the shop takes it or releases it. Only the shop can release it early.`
      : `${sum} is held until ${formatDetailTime(purgeTime, timeZone)} unless the shop takes it first. It can still be taken later. Only the shop can release it early.`;
  if (state === 'CANCELLED')
    return `${sum} was released to the customer. The shop can still take it later; then this payment becomes completed.`;
  return 'Wise does not say where the money is.';
}
