import { GuardedReason } from '../../../../catalogues/decline-reasons/guarded-reason.ts';
import type { ToldTransaction } from '../told-transaction.ts';

export interface Told {
  id: string;
  step: string;
  state: string;
  amount: string;
  /** When it changed, in seconds after it was made. */
  second: number;
  profileId?: string;
  cardToken?: string;
  createdAt?: string;
  type?: string;
  reason?: string | null;
  merchant?: string | null;
  channel?: string | null;
  source?: ToldTransaction['source'];
}

const madeAt = '2026-11-20T12:00:00.000Z';

/** A purchase in pounds of profile 7 as a delivery or a reading tells it, for tests to change. */
export function toldTransaction(told: Told): ToldTransaction {
  const { amount, createdAt = madeAt, id, merchant = 'Corner Shop', reason = null, second, state } = told;
  const money = { amount, currency: 'GBP' };
  const changedAt = new Date(Date.parse(madeAt) + second * 1000);
  return {
    profileId: told.profileId ?? '7',
    step: told.step,
    source: told.source ?? 'webhook',
    toldAt: changedAt,
    receivedAt: changedAt,
    transaction: {
      id,
      cardToken: told.cardToken ?? 'a0000000-0000-4000-8000-000000000001',
      type: told.type ?? 'ECOM_PURCHASE',
      state,
      reason: GuardedReason.of(state, reason, null),
      creationTime: createdAt,
      modificationTime: changedAt.toISOString(),
      purgeTime: null,
      transactionAmount: money,
      fees: [],
      transactionAmountWithFees: money,
      billingAmount: money,
      merchant: {
        name: merchant,
        country: 'GB',
        city: 'Leeds',
        zipCode: null,
        mcc: '5411',
        category: 'Grocery',
      },
      authorisationMethod: 'CHIP',
      approvalCode: null,
      arn: null,
      pinValidationResult: null,
      balanceChannelReferenceId: told.channel ?? null,
    },
  };
}
