import { expect, it } from 'vitest';
import { paymentInitiationStateChange } from './money-events.ts';

const envelope = (version: string, data: unknown) => ({
  data,
  subscription_id: '01234567-89ab-cdef-0123-456789abcdef',
  event_type: 'batch-payment-initiations#state-change',
  schema_version: version,
  sent_at: '2026-11-22T09:00:00Z',
});
const group = '54a6bc09-cef9-49a8-9041-f1f0c654cd88';
const taken = {
  initiationId: '12345678901234567',
  batchGroupId: group,
  profileId: '30000001',
  status: 'PROCESSING',
  occurredAt: '2026-11-22T09:00:00.123Z',
};

it('a direct debit’s change reads alike in both schemas', () => {
  const since4 = envelope('4.0.0', {
    resource: { id: 12345678901234567n, batch_group_id: group, profile_id: 30000001 },
    previous_status: 'NEW',
    current_status: 'PROCESSING',
    occurred_at: '2026-11-22T09:00:00.123Z',
    return_code: '200',
  });
  const before4 = envelope('2.0.0', {
    resource: { id: 12345678901234567n, batchGroupId: group, profileId: 30000001 },
    previousStatus: 'NEW',
    currentStatus: 'PROCESSING',
    occurredAt: '2026-11-22T09:00:00.123Z',
    returnCode: '200',
  });
  for (const body of [since4, before4]) expect(paymentInitiationStateChange.parse(body).data).toEqual(taken);
});

it('one of no group is not understood', () => {
  const body = envelope('4.0.0', {
    resource: { id: 1, batch_group_id: 'none', profile_id: 1 },
    current_status: 'NEW',
    occurred_at: '2026-11-22T09:00:00Z',
  });
  expect(paymentInitiationStateChange.safeParse(body).success).toBe(false);
});
