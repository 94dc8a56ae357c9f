import { fromMinor } from '../core/amounts.ts';
import { printMicroseconds, printMilliseconds, printTime } from '../core/clock.ts';
import type { BalanceRecord, PaymentInitiationRecord, TransferRecord } from '../money/records.ts';
import type { PayloadMaker } from './payloads.ts';

type ToldTransfer = Pick<TransferRecord, 'id' | 'profileId' | 'targetAccount'>;

const resourceOf = ({ id, profileId, targetAccount }: ToldTransfer) => ({
  type: 'transfer',
  id,
  profile_id: profileId,
  account_id: targetAccount,
});

/** @param previous null for one that was just made */
export function transferStateChangePayload(
  row: ToldTransfer & Pick<TransferRecord, 'status'>,
  previous: string | null,
  atMs: number,
): PayloadMaker {
  return (version) => ({
    resource: resourceOf(row),
    current_state: row.status,
    previous_state: previous,
    occurred_at: printTime(atMs, version),
  });
}

export const activeCasesPayload =
  (row: ToldTransfer, cases: readonly string[]): PayloadMaker =>
  () => ({ resource: resourceOf(row), active_cases: cases });

export function refundPayload(
  row: ToldTransfer,
  refund: { amount: number; currency: string },
  atMs: number,
): PayloadMaker {
  return (version) => ({
    resource: { ...resourceOf(row), refund_amount: refund.amount, refund_currency: refund.currency },
    occurred_at: printTime(atMs, version),
  });
}

export interface PayoutFailure {
  code: string;
  description: string;
  atMs: number;
}

/** Wise: the oldest version has an offset in place of the Z. */
export function payoutFailurePayload(
  row: Pick<TransferRecord, 'id' | 'profileId'>,
  failure: PayoutFailure,
): PayloadMaker {
  const at = printMilliseconds(failure.atMs);
  return (version) => ({
    transfer_id: row.id,
    profile_id: row.profileId,
    failure_reason_code: failure.code,
    failure_description: failure.description,
    occurred_at: version < '3' ? at.replace('Z', '+00:00') : at,
  });
}

export interface BalanceMove {
  /** In the smallest unit; below 0 for what goes out. */
  minor: number;
  channel: string;
  reference: string;
  stepId: number;
  atMs: number;
}

/** Emulator choice: the account is the profile's multi-currency account, whose number follows from the profile's. */
const accountIdOf = (profileId: number) => profileId + 10_000_000;

/** @param after the balance as the change left it. Wise: the oldest versions know neither the balance nor what is left. */
export function balanceUpdatePayload(after: BalanceRecord, move: BalanceMove): PayloadMaker {
  return (version) => ({
    resource: {
      type: 'balance-account',
      id: accountIdOf(after.profileId),
      profile_id: after.profileId,
    },
    transaction_type: move.minor < 0 ? 'debit' : 'credit',
    amount: fromMinor(Math.abs(move.minor), after.currency),
    ...(version < '2.2' ? {} : { balance_id: after.id }),
    ...(version < '3' ? {} : { post_transaction_balance_amount: after.amount, step_id: move.stepId }),
    currency: after.currency,
    channel_name: move.channel,
    transfer_reference: move.reference,
    // Wise: whole seconds in 3.0.0 as well.
    occurred_at: printTime(move.atMs, version < '4' ? '2' : version),
  });
}

/** Wise: the keys change their case between the versions. */
export function paymentInitiationPayload(
  row: Pick<PaymentInitiationRecord, 'batchGroupId' | 'id' | 'profileId' | 'status'>,
  previous: string,
  change: { returnCode: string; atMs: number },
): PayloadMaker {
  return (version) =>
    version < '4'
      ? {
          resource: { id: row.id, batchGroupId: row.batchGroupId, profileId: row.profileId },
          previousStatus: previous,
          currentStatus: row.status,
          occurredAt: printMicroseconds(change.atMs, row.id),
          returnCode: change.returnCode,
        }
      : {
          resource: { id: row.id, batch_group_id: row.batchGroupId, profile_id: row.profileId },
          previous_status: previous,
          current_status: row.status,
          occurred_at: printMilliseconds(change.atMs),
          return_code: change.returnCode,
        };
}
