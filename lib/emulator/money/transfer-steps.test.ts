import { describe, expect, it } from 'vitest';
import { makeQuote } from './quote-making.ts';
import type { QuoteRecord, TransferPaymentRecord } from './records.ts';
import {
  courseOf,
  isCancellable,
  isOver,
  isPayable,
  maySimulate,
  moveTransfer,
  newTransfer,
  nextStatusOf,
  payTransfer,
  simulatedStatuses,
} from './transfer-steps.ts';

const atMs = Date.UTC(2026, 10, 21);
const terms = makeQuote(
  {
    profileId: 1,
    sourceCurrency: 'GBP',
    targetCurrency: 'EUR',
    providedAmountType: 'SOURCE',
    amount: 100,
    payOut: 'BANK_TRANSFER',
    preferredPayIn: 'BALANCE',
    targetAccount: 5,
    pricing: null,
    transferNature: null,
  },
  atMs,
);
const quote: QuoteRecord = { ...terms, id: 'quote', profileId: 1, userId: 2, status: 'ACCEPTED' };
const payment: TransferPaymentRecord = { id: 9, by: 'BALANCE', balanceId: 3, balanceTransactionId: 4, atMs };
const make = (reference = 'INV 1') =>
  newTransfer({
    id: 1,
    userId: 2,
    quote,
    sourceAccount: null,
    customerTransactionId: 'once',
    batchGroupId: null,
    recipientName: 'Ada Ng',
    details: { reference, transferPurpose: 'bills' },
    atMs,
  });

/** Every status it goes through by itself, from the one it has on. */
function walk(row: ReturnType<typeof make>): string[] {
  const statuses = [row.status];
  let current = row;
  for (let status = nextStatusOf(row); status !== null; status = nextStatusOf(current)) {
    current = moveTransfer(current, status, atMs, 1000);
    statuses.push(status);
    if (statuses.length > 20) throw new Error('It never rests');
  }
  expect(current.nextStepAtMs).toBeNull();
  return statuses;
}
const sent = ['processing', 'funds_converted', 'outgoing_payment_sent'];

describe('transfer steps', () => {
  it('a new one waits for its money, and is cancelled after 14 days without', () => {
    const row = make();
    expect(row).toMatchObject({
      status: 'incoming_payment_waiting',
      source: { amount: 100, currency: 'GBP' },
      reference: 'INV 1',
      details: { transferPurpose: 'bills' },
    });
    expect(row.nextStepAtMs).toBe(atMs + 14 * 86_400_000);
    expect(walk(row)).toEqual(['incoming_payment_waiting', 'cancelled']);
    expect([isPayable(row), isPayable(payTransfer(row, payment))]).toEqual([true, false]);
  });

  it.each([
    ['INV 1', ['incoming_payment_waiting', ...sent]],
    [
      'INV 1 bounce',
      ['incoming_payment_waiting', ...sent, 'bounced_back', 'processing', 'cancelled', 'funds_refunded'],
    ],
    ['STUCK', ['incoming_payment_waiting', 'processing']],
    ['FAILPAYOUT', ['incoming_payment_waiting', ...sent]],
  ])('one that is paid with the reference %s goes its way', (reference, statuses) => {
    expect(walk(payTransfer(make(reference), payment))).toEqual(statuses);
  });

  it.each(['incoming_payment_waiting', 'processing', 'outgoing_payment_sent', 'cancelled'])(
    'one that is %s and charged back ends so',
    (status) => {
      const row = { ...payTransfer(make(), payment), status, course: 'chargeBack' as const };
      expect(walk(row)).toEqual([status, 'charged_back']);
    },
  );

  it('one that was paid and then cancelled is refunded', () => {
    const row = moveTransfer(payTransfer(make(), payment), 'cancelled', atMs, 1000);
    expect(walk(row)).toEqual(['cancelled', 'funds_refunded']);
  });

  it('has active issues exactly while it is stuck', () => {
    const stuck = moveTransfer(payTransfer(make('STUCK'), payment), 'processing', atMs, 1000);
    expect([stuck.hasActiveIssues, isOver(stuck)]).toEqual([true, false]);
    expect(moveTransfer(stuck, 'funds_converted', atMs, 1000).hasActiveIssues).toBe(false);
  });

  it('takes its next step after the time for it, and none where there is no time or somebody simulates', () => {
    const row = payTransfer(make(), payment);
    expect(row.nextStepAtMs).toBe(atMs);
    expect(moveTransfer(row, 'processing', atMs + 5, 2000).nextStepAtMs).toBe(atMs + 2005);
    expect(moveTransfer(row, 'processing', atMs, null).nextStepAtMs).toBeNull();
    const simulated = { ...row, isSimulated: true };
    expect(moveTransfer(simulated, 'processing', atMs, 0).nextStepAtMs).toBeNull();
  });

  it('can be cancelled until its funds are converted, unless it is stuck or came back', () => {
    const row = payTransfer(make(), payment);
    const can = (status: string) => isCancellable({ ...row, status });
    expect(['incoming_payment_waiting', 'incoming_payment_initiated', 'processing'].map(can)).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ['funds_converted', 'outgoing_payment_sent', 'cancelled', 'charged_back', 'unknown'].map(can),
    ).toEqual([false, false, false, false, false]);
    expect(isCancellable({ ...row, status: 'processing', hasActiveIssues: true })).toBe(false);
    expect(isCancellable({ ...row, status: 'processing', hasBounced: true })).toBe(false);
  });

  it('is over where nothing more happens to its money', () => {
    const row = payTransfer(make(), payment);
    expect(isOver(make())).toBe(false);
    expect(isOver(row)).toBe(false);
    expect(isOver({ ...row, status: 'outgoing_payment_sent' })).toBe(true);
    expect(isOver({ ...row, status: 'outgoing_payment_sent', course: 'bounce' })).toBe(false);
    expect(isOver({ ...make(), status: 'cancelled' })).toBe(true);
  });

  it('reads its course off a whole word of the reference or the name', () => {
    expect(courseOf('Bouncer 7', null)).toBe('plain');
    expect(courseOf(null, 'Tigger Bounce')).toBe('bounce');
    expect(courseOf('a-stuck-b')).toBe('stuck');
    expect(courseOf('constructor', 'toString')).toBe('plain');
  });

  it('is simulated in order only, once it is paid, and from processing on', () => {
    const allowed = (row: ReturnType<typeof make>) => simulatedStatuses.filter((to) => maySimulate(row, to));
    expect(allowed(make())).toEqual([]);
    const paid = payTransfer(make(), payment);
    expect(allowed(paid)).toEqual(['processing']);
    // The payment has moved it already; a simulation still begins with processing.
    expect(allowed({ ...paid, status: 'processing' })).toEqual(['processing']);
    const simulated = { ...paid, isSimulated: true };
    const from = (status: string) => allowed({ ...simulated, status });
    expect(from('processing')).toEqual(['processing', 'funds_converted']);
    expect(from('funds_converted')).toEqual(['outgoing_payment_sent']);
    expect(from('outgoing_payment_sent')).toEqual(['bounced_back']);
    expect(from('bounced_back')).toEqual(['funds_refunded']);
    expect(from('funds_refunded')).toEqual([]);
  });
});
