import { type BatchGroupStatus, settledBatchStatuses } from '../../catalogues/batch-statuses.ts';
import type { Balance, BatchFunding } from '../../contracts/batch-funding.ts';
import type { BatchGroup, BatchGroupDetail } from '../../contracts/batch-groups.ts';
import type { DirectDebitCurrency } from '../../contracts/direct-debits.ts';
import { isLess, minus } from '../../format/decimals.ts';
import { formatMoney } from '../../format/money.ts';
import { whyNotFund } from './before-funding-offer.ts';
import type { Offer } from './group-acts.ts';
import { countMoved } from './payout.ts';

const debitCurrencies: readonly DirectDebitCurrency[] = ['USD', 'CAD'];
const beforeClosing: readonly BatchGroupStatus[] = [
  'OPEN',
  'WAITING_FOR_APPROVAL',
  'RUNNING',
  'PAUSED',
  ...settledBatchStatuses,
];
const withMoney: readonly BatchGroupStatus[] = [
  'CLOSED',
  'CONFIRMING',
  'FUNDING_UNKNOWN',
  'FUNDED',
  'CHARGED_BACK',
];

/** Nothing of its money is known before it is nearly closed. */
export const isFundingRead = ({ status }: Pick<BatchGroup, 'status'>): boolean =>
  !['OPEN', 'WAITING_FOR_APPROVAL', 'RUNNING', 'PAUSED', 'DISCARDED'].includes(status);
/** Nothing is said to be on its way before one transfer moved, nor while nobody knows whether it was paid for. */
export const hasPayout = (
  { status }: Pick<BatchGroup, 'status'>,
  funding: Pick<BatchFunding, 'payout'> | undefined,
): boolean =>
  status === 'FUNDED' ||
  status === 'CHARGED_BACK' ||
  (status === 'CONFIRMING' && funding !== undefined && countMoved(funding.payout) > 0);
/** A balance is of interest until it has paid, or never will. */
export const isBalanceRead = ({ status }: Pick<BatchGroup, 'status'>): boolean =>
  beforeClosing.includes(status) || status === 'CLOSED';
export const isClosed = ({ status }: Pick<BatchGroup, 'status'>): boolean => withMoney.includes(status);
export const hasMoneyPart = ({ status }: Pick<BatchGroup, 'status'>): boolean =>
  beforeClosing.includes(status) || withMoney.includes(status);

/** Wise pays a group from the one STANDARD balance of its currency. */
export const payingBalance = (balances: readonly Balance[], wanted: string): Balance | undefined =>
  balances.find(({ currency, isOperable, type }) => currency === wanted && isOperable && type === 'STANDARD');

/** What the balance has to cover: where quotes have ended, it may be more than at sending. */
export const takenAtMost = ({ before, total }: Pick<BatchFunding, 'before' | 'total'>): string | null =>
  before?.takes ?? total;

/** What the balance has too little; undefined where it suffices or nobody knows. */
export const shortBy = (balance: Balance | undefined, total: string | null): string | undefined =>
  balance && total !== null && isLess(balance.available, total) ? minus(total, balance.available) : undefined;

interface Seen {
  group: Pick<BatchGroup, 'origin' | 'sourceCurrency' | 'status'>;
  funding: BatchFunding | undefined;
  /** Null: Wise has been asked, and there is none to pay from. Undefined: not known. */
  balance: Balance | null | undefined;
  /** Somebody has agreed that Wise converts what the balance is short of. */
  mayConvert?: boolean;
  /** An answer was lost a moment ago. */
  isLost: boolean;
}

const notKnown = 'We do not know yet whether the money moved. The console asks Wise itself.';
const offered = (notNow?: string): Offer => (notNow === undefined ? {} : { notNow });

const notTold = ({ origin }: Pick<BatchGroup, 'origin'>) =>
  origin === 'wise'
    ? 'Its transfers are being read from Wise.'
    : 'Wise has not said of every transfer what it takes.';

/** What keeps back any way of paying. */
function heldBackBy(group: Seen['group'], funding: BatchFunding | undefined): string | undefined {
  if (!funding) return 'What it takes is being read.';
  if (funding.total === null) return notTold(group);
  return funding.before ? whyNotFund(funding.before) : undefined;
}

/** Its pay-in details were shown, and nobody has said that nothing was sent by them. */
export const isByTransfer = (funding: Pick<BatchFunding, 'funding'> | undefined): boolean =>
  funding?.funding?.way === 'BANK_TRANSFER' && funding.funding.state !== 'released';

/** Paying from the balance; the server decides again. */
export function offerToFund({ group, funding, balance, isLost, mayConvert = false }: Seen): Offer {
  if (beforeClosing.includes(group.status)) return offered('Opens when the group is closed.');
  if (group.status === 'CONFIRMING' && isByTransfer(funding))
    return offered('The pay-in details were shown: it is paid by bank transfer and no other way.');
  if (group.status !== 'CLOSED') return undefined;
  if (isLost) return offered(notKnown);
  const heldBack = heldBackBy(group, funding);
  if (heldBack !== undefined || !funding) return offered(heldBack);
  if (balance === undefined) return offered('The balance has not been read.');
  if (balance === null) return offered(`There is no ${group.sourceCurrency} balance that can be paid from.`);
  const short = shortBy(balance, takenAtMost(funding));
  return offered(
    short === undefined || mayConvert
      ? undefined
      : `The balance is short by ${formatMoney(short, group.sourceCurrency)}. Add money first.`,
  );
}

/** Paying by bank transfer. Details that were shown may be shown again. */
export function offerPayIn({ group, funding, isLost }: Omit<Seen, 'balance'>): Offer {
  if (beforeClosing.includes(group.status)) return offered('Opens when the group is closed.');
  if (group.status === 'CONFIRMING' && isByTransfer(funding)) return {};
  if (group.status !== 'CLOSED') return undefined;
  return offered(isLost ? notKnown : heldBackBy(group, funding));
}

/** Wise debits accounts in dollars only, American and Canadian; undefined for a group in any other currency. */
export const debitCurrencyOf = ({ sourceCurrency }: Pick<BatchGroup, 'sourceCurrency'>) =>
  debitCurrencies.find((currency) => currency === sourceCurrency);

/** Paying by direct debit; the server decides again. */
export function offerDirectDebit({ group, funding, isLost }: Omit<Seen, 'balance'>): Offer {
  if (!debitCurrencyOf(group)) return undefined;
  if (beforeClosing.includes(group.status)) return offered('Opens when the group is closed.');
  if (group.status !== 'CLOSED') return undefined;
  return offered(isLost ? notKnown : heldBackBy(group, funding));
}

/** Cancelling at Wise; what is not there yet is thrown away instead. */
export function offerToCancel(group: Pick<BatchGroupDetail, 'status' | 'wiseId'>): Offer {
  if (group.wiseId === null) return undefined;
  if (beforeClosing.includes(group.status) || group.status === 'CLOSED') return {};
  if (group.status === 'FUNDED' || group.status === 'CHARGED_BACK')
    return { notNow: 'It is funded: what was paid cannot be taken back.' };
  return withMoney.includes(group.status)
    ? { notNow: 'Somebody has begun to fund it. Only what nobody has begun to fund can be cancelled.' }
    : undefined;
}
