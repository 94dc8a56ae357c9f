import type { CardTransactionRecord } from '../entities.ts';
import { isIncoming, withFees } from '../transactions/steps.ts';
import { type Activity, amountText, incomingText } from './activity.ts';

const cashTypes: readonly string[] = ['CASH_WITHDRAWAL', 'CASH_ADVANCE'];

/** Emulator choice: Wise names the activities' types but not which transaction gives which. */
function typeOf({ amount, type }: CardTransactionRecord): string {
  if (cashTypes.includes(type)) return 'CASH_WITHDRAWAL';
  return amount.amount === 0 ? 'CARD_CHECK' : 'CARD_PAYMENT';
}

/** Emulator choice: activities know no declined ones, so what came to nothing is cancelled. */
const statusOf = ({ state }: CardTransactionRecord): string =>
  ({ COMPLETED: 'COMPLETED', CANCELLED: 'CANCELLED', DECLINED: 'CANCELLED' })[state] ?? 'IN_PROGRESS';

/** Emulator choice: the feed speaks to the holder, so a cause is named only where it is the holder's to mend or to know. */
const declineWords: Record<string, string> = {
  CARD_FROZEN: 'Declined: your card is frozen',
  CARD_INACTIVE: 'Declined: your card is not active',
  INCORRECT_PIN: 'Declined: wrong PIN',
  INSUFFICIENT_FUNDS: 'Declined: not enough money',
  SUSPECTED_FRAUD: 'Declined to keep your money safe',
  SUSPECTED_FRAUD_CORE_FRAUD: 'Declined to keep your money safe',
};

function descriptionOf({ declineReason, state, type }: CardTransactionRecord): string {
  if (state === 'DECLINED') return declineWords[declineReason ?? ''] ?? 'Declined';
  if (state === 'CANCELLED') return 'Cancelled';
  return isIncoming(type) ? 'Refunded' : '';
}

/** Emulator choice: the merchant's name stands in the title as it came, whatever is in it. */
function titleOf({ merchant, state }: CardTransactionRecord): string {
  const title = `<strong>${merchant?.name ?? 'Card payment'}</strong>`;
  return state === 'CANCELLED' || state === 'DECLINED' ? `<strikethrough>${title}</strikethrough>` : title;
}

export function activityOfTransaction(row: CardTransactionRecord): Activity {
  const asked = withFees(row);
  const isAbroad = row.billingAmount.currency !== asked.currency;
  return {
    type: typeOf(row),
    resource: { type: 'CARD_TRANSACTION', id: String(row.id) },
    title: titleOf(row),
    description: descriptionOf(row),
    primaryAmount: isIncoming(row.type) ? incomingText(asked) : amountText(asked),
    secondaryAmount: isAbroad ? amountText(row.billingAmount) : '',
    status: statusOf(row),
    createdAtMs: row.createdAtMs,
    updatedAtMs: row.modifiedAtMs,
  };
}
