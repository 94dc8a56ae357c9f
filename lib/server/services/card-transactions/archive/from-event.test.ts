import { describe, expect, it } from 'vitest';
import { cardTransactionData } from '../../../../contracts/wise/card-transaction-events.ts';
import { transactionOfEvent } from './from-event.ts';

const gbp = (value: number) => ({ value, currency: 'GBP' });
const data = {
  resource: {
    type: 'card',
    profile_id: 7,
    client_id: 'c',
    card_token: 'a0000000-0000-4000-8000-000000000001',
    card_last_digits: '4417',
  },
  transaction_id: 9007199254740993n,
  transaction_type: 'ATM_WITHDRAWAL',
  transaction_step_type: 'AUTH',
  transaction_state: 'IN_PROGRESS',
  decline_reason: null,
  detailed_decline_reason: null,
  creation_time: '2026-11-20T12:00:00Z',
  occurred_at: '2026-11-20T12:00:01Z',
  purge_time: '2026-11-27T12:00:00Z',
  transaction_amount: gbp(100),
  fees: [
    { amount: 1.5, currency: 'GBP', fee_type: 'ATM_WITHDRAWAL' },
    { amount: 2.25, currency: 'GBP', fee_type: 'ATM_MACHINE' },
  ],
  transaction_amount_with_fees: gbp(103.75),
  billing_amount: gbp(100),
  merchant: {
    name: 'Cash point',
    location: { country: 'GB', city: 'Leeds', postCode: 'LS1 4AP', state: null },
    category: { code: '6011', description: 'Cash' },
  },
  authorisation_method: 'CHIP',
  approval_code: '123456',
  arn: null,
  pin_validation_result: 'VALID',
  debits: [
    {
      balance_id: 42,
      debited_amount: gbp(103.75),
      for_amount: gbp(103.75),
      rate: 1,
      fee: gbp(0),
    },
  ],
};
const recent = {
  ...data,
  balance_channel_reference_id: 'CARD-42',
  debits: data.debits.map((debit) => ({ ...debit, creation_time: '2026-11-20T12:00:00.120Z' })),
  credits: [{ balance_id: 42, credited_amount: gbp(5) }],
};
const versions = {
  '2.0.0': {
    ...data,
    credit: { balance_id: 42, credited_amount: gbp(5) },
    balance_transaction_id: 77,
    balance_movements: [],
    is_debit: true,
    is_amount_confirmed: true,
  },
  '2.1.0': recent,
  '4.0.0': { ...recent, creation_time: '2026-11-20T12:00:00.120Z', occurred_at: '2026-11-20T12:00:01.345Z' },
};
const read = (body: object) => transactionOfEvent(cardTransactionData.parse(body));

describe('a delivery in the terms of the API', () => {
  it.each(Object.entries(versions))(
    '%s: the amount takes in the fee of the machine’s owner, and not Wise’s',
    (_, body) => {
      expect(read(body)).toMatchObject({
        id: '9007199254740993',
        transactionAmount: { amount: '102.25', currency: 'GBP' },
        transactionAmountWithFees: { amount: '103.75', currency: 'GBP' },
        billingAmount: { amount: '100', currency: 'GBP' },
        merchant: {
          name: 'Cash point',
          country: 'GB',
          city: 'Leeds',
          zipCode: 'LS1 4AP',
          mcc: '6011',
          category: 'Cash',
        },
        debits: [{ balanceId: '42', debitedAmount: { amount: '103.75', currency: 'GBP' } }],
        credits: [{ balanceId: '42', creditedAmount: { amount: '5', currency: 'GBP' } }],
      });
    },
  );
  it('has what only newer versions tell where they tell it', () => {
    expect(read(versions['2.0.0']).balanceChannelReferenceId).toBeNull();
    expect(read(versions['2.1.0']).balanceChannelReferenceId).toBe('CARD-42');
    expect(read(versions['4.0.0']).debits[0]?.creationTime).toBe('2026-11-20T12:00:00.120Z');
  });
  it('writes what comes in without a sign, as the API does', () => {
    const body = {
      ...recent,
      transaction_type: 'REFUND',
      fees: [],
      transaction_amount: gbp(-12.5),
      transaction_amount_with_fees: gbp(-12.5),
      billing_amount: gbp(-12.5),
    };
    expect(read(body)).toMatchObject({
      transactionAmount: { amount: '12.5' },
      transactionAmountWithFees: { amount: '12.5' },
      billingAmount: { amount: '12.5' },
    });
  });
  it('adds no fee of another currency', () => {
    const body = { ...recent, fees: [{ amount: 3, currency: 'EUR', fee_type: 'ATM_MACHINE' }] };
    expect(read(body).transactionAmount).toEqual({ amount: '100', currency: 'GBP' });
  });
  it('does without a merchant, a place or a category', () => {
    const none = { name: null, country: null, city: null, zipCode: null, mcc: null, category: null };
    expect(read({ ...recent, merchant: null }).merchant).toEqual(none);
    expect(read({ ...recent, merchant: {} }).merchant).toEqual(none);
  });
  it('prints no reason by itself', () => {
    const told = read({ ...recent, transaction_state: 'DECLINED', decline_reason: 'SUSPECTED_FRAUD_AML' });
    expect(JSON.stringify(told)).not.toContain('AML');
    expect(told.reason?.toArchive()).toMatchObject({
      declineReason: 'SUSPECTED_FRAUD_AML',
      toldReason: 'NOT_DISCLOSED',
    });
  });
});
