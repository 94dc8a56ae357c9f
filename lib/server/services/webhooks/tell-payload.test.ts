import { describe, expect, it } from 'vitest';
import { tellPayload } from './tell-payload.ts';

const admin = { role: 'admin' as const, flags: [] };
const compliance = { role: 'compliance' as const, flags: [] };
const declined = (decline_reason: string | null, detailed_decline_reason: string | null = null) => ({
  resource: { card_token: 'c', profile_id: 7n },
  transaction_state: 'DECLINED',
  decline_reason,
  detailed_decline_reason,
  relay_authorisation_data: { response_code: '59', fallback: false },
});

describe('what an administrator reads of a declined payment', () => {
  it.each([
    'SUSPECTED_FRAUD_AML',
    'SUSPECTED_FRAUD_SANCTIONS_2',
    'ACCOUNT_SUSPENDED',
    'UNEXPECTED_ERROR',
    'NEVER_SEEN',
    null,
  ])('%s is not disclosed, nor what answers it', (code) => {
    const told = tellPayload(admin, declined(code, 'SUSPECTED_FRAUD_NO_BALANCE'));
    expect(told).toMatchObject({
      decline_reason: 'NOT_DISCLOSED',
      detailed_decline_reason: null,
      relay_authorisation_data: null,
      resource: { card_token: 'c', profile_id: 7n },
    });
  });
  it('what may be told stays', () => {
    const payload = declined('INSUFFICIENT_FUNDS');
    expect(tellPayload(admin, payload)).toEqual(payload);
  });
  it('in camel case and deeper down as well', () => {
    const payload = { items: [{ transactionState: 'DECLINED', declineReason: 'ACCOUNT_SUSPENDED' }] };
    expect(tellPayload(admin, payload)).toEqual({
      items: [{ transactionState: 'DECLINED', declineReason: 'NOT_DISCLOSED' }],
    });
  });
  it('under another name as well', () => {
    expect(
      tellPayload(admin, { cause: 'SUSPECTED_FRAUD_AML', note: ['SUSPECTED_FRAUD_COMPLIANCE'] }),
    ).toEqual({
      cause: 'NOT_DISCLOSED',
      note: ['NOT_DISCLOSED'],
    });
  });
});

it('compliance reads the codes', () => {
  const payload = declined('SUSPECTED_FRAUD_AML');
  expect(tellPayload(compliance, payload)).toEqual(payload);
});

it.each([
  ['a payment that was not declined', { transaction_state: 'COMPLETED', decline_reason: null, fees: [] }],
  ['a card', { card_status: 'PARTNER_SUSPENDED', changed_by: 'internal_system' }],
  ['a print', { status: 'PRODUCTION_ERROR', error_code: 'PRT_RIBBON_ENDED', description: null }],
  ['a dispute', { reason: 'WRONG_AMOUNT', sub_status: 'WITHDRAWN', can_withdraw: false }],
])('%s stays as it is', (_, payload) => {
  expect(tellPayload(admin, payload)).toEqual(payload);
});
