import { expect, it } from 'vitest';
import { transferStatuses } from './batch-statuses.ts';
import { sendAgainOf } from './returned-rows.ts';

it('only money that is back is sent again; what was charged back never is', () => {
  const statuses = [...Object.keys(transferStatuses), 'coming_back', 'not_delivered', 'teleported'];
  const stands = statuses.map((status) => [status, sendAgainOf(status, false)]);
  expect(Object.fromEntries(stands)).toEqual({
    incoming_payment_waiting: undefined,
    incoming_payment_initiated: undefined,
    processing: undefined,
    funds_converted: undefined,
    outgoing_payment_sent: undefined,
    bounced_back: 'coming-back',
    coming_back: 'coming-back',
    not_delivered: 'not-delivered',
    funds_refunded: 'back',
    cancelled: 'cancelled',
    charged_back: 'charged-back',
    unknown: undefined,
    teleported: undefined,
  });
});

it('what another group has taken is not taken again', () => {
  expect(sendAgainOf('funds_refunded', true)).toBe('taken');
});
