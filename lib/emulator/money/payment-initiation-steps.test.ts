import { describe, expect, it } from 'vitest';
import {
  isUnderWay,
  mayBecome,
  moveInitiation,
  nextStatusOfInitiation,
  paymentInitiationStatuses,
  returnCodeOf,
} from './payment-initiation-steps.ts';
import type { PaymentInitiationRecord } from './records.ts';

const row: PaymentInitiationRecord = {
  id: 1,
  batchGroupId: 'group',
  profileId: 2,
  userId: 3,
  accountId: 4,
  reference: 'B5401',
  status: 'NEW',
  transferId: null,
  createdAtMs: 0,
  nextStepAtMs: 0,
};

describe('direct debit steps', () => {
  it('may become exactly what Wise documents', () => {
    const allowed = paymentInitiationStatuses.flatMap((from) =>
      paymentInitiationStatuses.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
    );
    expect(allowed).toEqual([
      'NEW PROCESSING',
      'NEW FAILED',
      'PROCESSING COMPLETED',
      'PROCESSING FAILED',
      'COMPLETED CHARGED_BACK',
    ]);
  });

  it('goes on by itself to its end, which the reference may decide', () => {
    const after = (status: string, reference = 'B5401') => nextStatusOfInitiation({ status, reference });
    expect([after('NEW'), after('PROCESSING'), after('COMPLETED'), after('FAILED')]).toEqual([
      'PROCESSING',
      'COMPLETED',
      null,
      null,
    ]);
    expect([after('NEW', 'Fail 1'), after('PROCESSING', 'Fail 1')]).toEqual(['PROCESSING', 'FAILED']);
  });

  it('has the number of its transfer from its beginning on, and keeps it', () => {
    const begun = moveInitiation(row, { status: 'PROCESSING', atMs: 10, transferId: 99 }, 500);
    expect(begun).toMatchObject({ status: 'PROCESSING', transferId: 99, nextStepAtMs: 510 });
    const done = moveInitiation(begun, { status: 'COMPLETED', atMs: 20, transferId: null }, 500);
    expect(done).toMatchObject({ status: 'COMPLETED', transferId: 99, nextStepAtMs: null });
    const waits = moveInitiation(row, { status: 'PROCESSING', atMs: 10, transferId: 99 }, null);
    expect(waits.nextStepAtMs).toBeNull();
  });

  it('is under way until it ends, and says how it ended', () => {
    expect(paymentInitiationStatuses.map((status) => isUnderWay({ status }))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(paymentInitiationStatuses.map(returnCodeOf)).toEqual(['200', '200', '200', 'R01', 'R10']);
  });
});
