import type { BatchFunding } from '../../contracts/batch-funding.ts';

type Funding = NonNullable<BatchFunding['funding']>;
type Debit = NonNullable<Funding['debit']>;

/** A closed group that nobody has begun to fund, for tests to change. */
export const unfunded: BatchFunding = {
  funding: null,
  total: '100',
  payout: [],
  secondDebit: null,
  before: null,
  asOf: '2026-11-22T09:44:00.000Z',
};

/** One from the balance whose answer came, for tests to change. */
export const testFunding: Funding = {
  way: 'BALANCE',
  state: 'sent',
  code: null,
  amount: '408151.95',
  personName: 'Leah Brandt',
  startedAt: '2026-11-22T09:41:03.000Z',
  settledAt: null,
  debitSeenAt: null,
  transfersMovedAt: null,
  readAt: null,
  conversionsSeen: [],
  debit: null,
  release: null,
};

/** A direct debit on its way, for tests to change. */
export const testDebit: Debit = {
  status: 'PROCESSING',
  changedAt: '2026-11-22T09:44:00.000Z',
  reference: 'WAGES 11',
  lastFour: '4815',
  cameLate: false,
};
