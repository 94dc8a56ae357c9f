import { payoutStatusOf } from '../../catalogues/payouts.ts';
import type { BatchFunding } from '../../contracts/batch-funding.ts';
import type { BatchRow } from '../../contracts/batch-rows.ts';
import { sumOf } from '../../format/decimals.ts';

/** What became of transfers that were paid for, by what it means to whoever paid. */
export const payoutParts = ['sent', 'moving', 'attention', 'charged-back', 'returned'] as const;
export type PayoutPart = (typeof payoutParts)[number];

const partOfStatus: Readonly<Record<string, PayoutPart>> = {
  incoming_payment_waiting: 'moving',
  incoming_payment_initiated: 'moving',
  processing: 'moving',
  funds_converted: 'moving',
  // Wise: it has left Wise. Whether it arrived nobody tells.
  outgoing_payment_sent: 'sent',
  not_delivered: 'attention',
  coming_back: 'attention',
  bounced_back: 'attention',
  charged_back: 'charged-back',
  funds_refunded: 'returned',
  cancelled: 'returned',
};

/** A status that nobody knows is looked at by a person. */
export const partOf = (status: string): PayoutPart =>
  Object.hasOwn(partOfStatus, status) ? (partOfStatus[status] ?? 'attention') : 'attention';

export const parsePayoutPart = (value: string | null): PayoutPart | undefined =>
  payoutParts.find((part) => part === value);

/** How the row's payment stands. */
export const payoutOf = ({ bouncedAt, payoutFailure, transferStatus }: BatchRow): string =>
  payoutStatusOf({
    transferStatus,
    hasBounced: bouncedAt !== null,
    failureCode: payoutFailure?.code ?? null,
  });

export const isInPart = (row: BatchRow, part: PayoutPart): boolean =>
  row.state === 'in-group' && partOf(payoutOf(row)) === part;

export interface PayoutSum {
  transfers: number;
  amount: string;
}
type Payout = BatchFunding['payout'];

const addUp = (payout: Payout): PayoutSum => ({
  transfers: payout.reduce((sum, { transfers }) => sum + transfers, 0),
  amount: sumOf(payout.map(({ amount }) => amount)),
});

export const sumsByPart = (payout: Payout): { part: PayoutPart; sum: PayoutSum }[] =>
  payoutParts.map((part) => ({ part, sum: addUp(payout.filter(({ status }) => partOf(status) === part)) }));
export const sumOfStatus = (payout: Payout, status: string): PayoutSum =>
  addUp(payout.filter((one) => one.status === status));
export const countTransfers = (payout: Payout): number => addUp(payout).transfers;

/** Transfers that no longer wait for money. */
export const countMoved = (payout: Payout): number =>
  addUp(payout.filter(({ status }) => !['incoming_payment_waiting', 'unknown'].includes(status))).transfers;
