import { describe, expect, it } from 'vitest';
import type { BalanceRecord } from '../money/records.ts';
import { balanceUpdatePayload, paymentInitiationPayload, payoutFailurePayload } from './money-payloads.ts';

const atMs = Date.UTC(2026, 10, 21, 9, 30, 1, 234);
const balance: BalanceRecord = {
  id: 101,
  profileId: 30_000_001,
  currency: 'GBP',
  type: 'STANDARD',
  name: null,
  investmentState: 'NOT_INVESTED',
  amount: 88.93,
  reservedAmount: 0,
  creationTime: '',
  modificationTime: '',
};

describe('money events', () => {
  it('a balance says more of itself in every newer version', () => {
    const make = balanceUpdatePayload(balance, {
      minor: -960,
      channel: 'TRANSFER',
      reference: '47500002',
      stepId: 7,
      atMs,
    });
    const oldest = {
      resource: { type: 'balance-account', id: 40_000_001, profile_id: 30_000_001 },
      transaction_type: 'debit',
      amount: 9.6,
      currency: 'GBP',
      channel_name: 'TRANSFER',
      transfer_reference: '47500002',
      occurred_at: '2026-11-21T09:30:01Z',
    };
    const later = { post_transaction_balance_amount: 88.93, step_id: 7 };
    expect(make('2.1.0')).toEqual(oldest);
    expect(make('2.2.0')).toEqual({ ...oldest, balance_id: 101 });
    expect(make('3.0.0')).toEqual({ ...oldest, balance_id: 101, ...later });
    expect(make('4.0.0')).toEqual({
      ...oldest,
      balance_id: 101,
      ...later,
      occurred_at: '2026-11-21T09:30:01.234Z',
    });
  });

  it('a direct debit changes the case of its keys', () => {
    const row = { id: 12, batchGroupId: 'group', profileId: 2, status: 'FAILED' };
    const make = paymentInitiationPayload(row, 'PROCESSING', { returnCode: 'R01', atMs });
    expect(make('2.0.0')).toEqual({
      resource: { id: 12, batchGroupId: 'group', profileId: 2 },
      previousStatus: 'PROCESSING',
      currentStatus: 'FAILED',
      occurredAt: '2026-11-21T09:30:01.234012Z',
      returnCode: 'R01',
    });
    expect(make('4.0.0')).toEqual({
      resource: { id: 12, batch_group_id: 'group', profile_id: 2 },
      previous_status: 'PROCESSING',
      current_status: 'FAILED',
      occurred_at: '2026-11-21T09:30:01.234Z',
      return_code: 'R01',
    });
  });

  it('a payout failure has an offset in its oldest version', () => {
    const make = payoutFailurePayload(
      { id: 1, profileId: 2 },
      { code: 'WRONG_NAME', description: 'x', atMs },
    );
    expect(make('2.0.0')).toMatchObject({ occurred_at: '2026-11-21T09:30:01.234+00:00' });
    expect(make('5.0.0')).toMatchObject({ occurred_at: '2026-11-21T09:30:01.234Z' });
  });
});
