import { expect, it } from 'vitest';
import { momentsOf } from './follow-transfers.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 12, minute));
const now = at(50);
const sent = { transferStatus: 'outgoing_payment_sent', transferStatusAt: at(10), bouncedAt: null };

it('a status that changed has the moment of the webhook, or that of the reading', () => {
  expect(momentsOf(sent, 'funds_refunded', { status: 'funds_refunded', at: at(20) }, now)).toEqual({
    transferStatusAt: at(20),
  });
  expect(momentsOf(sent, 'funds_refunded', undefined, now)).toEqual({ transferStatusAt: now });
});

it('a webhook of a status that has passed does not date the present one', () => {
  expect(momentsOf(sent, 'funds_refunded', { status: 'processing', at: at(20) }, now)).toEqual({
    transferStatusAt: now,
  });
});

it('a webhook that comes after the reading corrects it backwards, never forwards', () => {
  const told = (minute: number) => ({ status: 'outgoing_payment_sent', at: at(minute) });
  expect(momentsOf(sent, 'outgoing_payment_sent', told(5), now)).toEqual({ transferStatusAt: at(5) });
  expect(momentsOf(sent, 'outgoing_payment_sent', told(15), now)).toEqual({});
  expect(momentsOf(sent, 'outgoing_payment_sent', undefined, now)).toEqual({});
});

it('that it bounced is remembered from then on, though Wise has gone on since', () => {
  const told = { status: 'bounced_back', at: at(20) };
  expect(momentsOf(sent, 'bounced_back', undefined, now)).toEqual({
    transferStatusAt: now,
    bouncedAt: now,
  });
  expect(momentsOf(sent, 'cancelled', told, now)).toEqual({ transferStatusAt: now, bouncedAt: at(20) });
  expect(momentsOf({ ...sent, bouncedAt: at(15) }, 'outgoing_payment_sent', told, now)).toEqual({});
});
