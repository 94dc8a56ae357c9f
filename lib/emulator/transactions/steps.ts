import { negate, roundAmount, sumIn } from '../core/amounts.ts';
import { Random } from '../core/random.ts';
import { convert, rateBetween } from '../core/rates.ts';
import type {
  CardRecord,
  CardTransactionRecord,
  CreditRecord,
  DebitRecord,
  MerchantRecord,
  MoneyRecord,
  TransactionFeeRecord,
} from '../entities.ts';

const dayInMs = 86_400_000;
/** Wise: funds are released after 7 days, 30 for a pre-authorisation, if the merchant has not captured. */
const holdDays = 7;
const preAuthorisationHoldDays = 30;
export const conversionFeeRate = 0.0043;

/** Wise: these bring money in. */
const incomingTypes: readonly string[] = ['REFUND', 'ACCOUNT_CREDIT', 'CREDIT_TRANSACTION'];
export const isIncoming = (type: string): boolean => incomingTypes.includes(type);

export interface TransactionRequest {
  id: number;
  card: Pick<CardRecord, 'token' | 'profileId' | 'cardProgram'>;
  type: string;
  amount: MoneyRecord;
  atMs: number;
  fees?: readonly TransactionFeeRecord[];
  /** The card's own currency unless said otherwise. */
  billingCurrency?: string | undefined;
  merchant?: MerchantRecord | null;
  authorisationMethod?: string;
  pinValidationResult?: string | null;
  isAmountConfirmed?: boolean;
  /** Shares of the whole by the currency of the balance that pays; the card's own currency alone unless said otherwise. */
  paidFrom?: readonly { currency: string; share: number }[];
  simulationReference?: string | null;
}

const balanceCurrencies = ['GBP', 'EUR', 'USD', 'AUD', 'SEK', 'JPY', 'CHF', 'PLN', 'CAD', 'NOK', 'HKD'];

/** A profile has one balance for a currency; its id says whose and which. */
export function balanceIdOf(profileId: number, currency: string): number {
  const at = balanceCurrencies.indexOf(currency);
  return (profileId % 10_000_000) * 100 + (at < 0 ? 99 : at + 1);
}

export const withFees = ({ amount, fees }: Pick<CardTransactionRecord, 'amount' | 'fees'>): MoneyRecord => ({
  amount: sumIn(amount.currency, [amount, ...fees]),
  currency: amount.currency,
});

/** Wise: (what is taken less the conversion fee) times the rate is what it was taken for. */
function debit(
  profileId: number,
  forAmount: MoneyRecord,
  balanceCurrency: string,
  atMs: number,
): DebitRecord {
  const rate = rateBetween(balanceCurrency, forAmount.currency);
  const bare = convert(forAmount, balanceCurrency).amount;
  const isConverted = balanceCurrency !== forAmount.currency;
  const fee = isConverted ? roundAmount(bare * conversionFeeRate, balanceCurrency) : 0;
  return {
    balanceId: balanceIdOf(profileId, balanceCurrency),
    debitedAmount: { amount: roundAmount(bare + fee, balanceCurrency), currency: balanceCurrency },
    forAmount,
    rate,
    fee: { amount: fee, currency: balanceCurrency },
    createdAtMs: atMs,
  };
}

function debitsFor(
  profileId: number,
  total: MoneyRecord,
  paidFrom: readonly { currency: string; share: number }[],
  atMs: number,
): DebitRecord[] {
  let left = total.amount;
  return paidFrom.map(({ currency, share }, index) => {
    const isLast = index === paidFrom.length - 1;
    const part = isLast ? left : roundAmount(total.amount * share, total.currency);
    left = roundAmount(left - part, total.currency);
    return debit(profileId, { amount: part, currency: total.currency }, currency, atMs);
  });
}

const negateDebit = (row: DebitRecord, atMs: number): DebitRecord => ({
  ...row,
  debitedAmount: negate(row.debitedAmount),
  forAmount: negate(row.forAmount),
  fee: negate(row.fee),
  createdAtMs: atMs,
});

function newTransaction(request: TransactionRequest): CardTransactionRecord {
  const { amount, atMs, card, id } = request;
  const billingCurrency = request.billingCurrency ?? card.cardProgram.defaultCurrency;
  return {
    id,
    profileId: card.profileId,
    cardToken: card.token,
    type: request.type,
    state: 'UNKNOWN',
    declineReason: null,
    detailedDeclineReason: null,
    createdAtMs: atMs,
    modifiedAtMs: atMs,
    purgeAtMs: null,
    amount,
    fees: request.fees ?? [],
    billingAmount: convert(amount, billingCurrency),
    ...(request.merchant === undefined ? {} : { merchant: request.merchant }),
    authorisationMethod: request.authorisationMethod ?? 'CHIP_AND_PIN',
    isAmountConfirmed: request.isAmountConfirmed ?? true,
    approvalCode: null,
    arn: null,
    pinValidationResult: request.pinValidationResult ?? 'NOT_RECEIVED',
    balanceChannelReferenceId: null,
    balanceTransactionId: null,
    debits: [],
    credits: [],
    relayAuthorisationData: null,
    lastStep: 'AUTH',
    simulationReference: request.simulationReference ?? null,
  };
}

/** An approved authorisation: funds are held. Money that comes in arrives with the capture. */
export function authorise(request: TransactionRequest): CardTransactionRecord {
  const made = newTransaction(request);
  const random = new Random(`authorisation ${made.id}`);
  const paidFrom = request.paidFrom ?? [{ currency: request.card.cardProgram.defaultCurrency, share: 1 }];
  const days = made.isAmountConfirmed ? holdDays : preAuthorisationHoldDays;
  return {
    ...made,
    state: 'IN_PROGRESS',
    approvalCode: random.digits(6),
    balanceChannelReferenceId: random.uuid(),
    balanceTransactionId: 2_500_000 + (made.id % 100_000_000),
    purgeAtMs: request.atMs + days * dayInMs,
    debits: isIncoming(made.type) ? [] : debitsFor(made.profileId, withFees(made), paidFrom, request.atMs),
  };
}

export function decline(
  request: TransactionRequest,
  declineReason: string | null,
  detailedDeclineReason: string | null = null,
): CardTransactionRecord {
  return { ...newTransaction(request), state: 'DECLINED', declineReason, detailedDeclineReason };
}

/** Shares of the whole as they were debited at first, for what is debited or given back later. */
function sharesOf(row: CardTransactionRecord): { currency: string; share: number }[] {
  const total = withFees(row).amount;
  const firstAtMs = row.debits[0]?.createdAtMs;
  const first = row.debits.filter((debitRow) => debitRow.createdAtMs === firstAtMs);
  if (first.length === 0 || total === 0) return [{ currency: row.billingAmount.currency, share: 1 }];
  const firstTotal = first.reduce((sum, { forAmount }) => sum + forAmount.amount, 0);
  return first.map(({ debitedAmount, forAmount }) => ({
    currency: debitedAmount.currency,
    share: firstTotal === 0 ? 1 / first.length : forAmount.amount / firstTotal,
  }));
}

/** A later step is never at the very instant of the one before. */
const laterThan = (row: CardTransactionRecord, atMs: number) => Math.max(atMs, row.modifiedAtMs + 1);

function changeAmount(row: CardTransactionRecord, amount: MoneyRecord, atMs: number): CardTransactionRecord {
  const difference = roundAmount(amount.amount - row.amount.amount, row.amount.currency);
  if (difference === 0) return row;
  return {
    ...row,
    amount,
    billingAmount: convert(amount, row.billingAmount.currency),
    debits: isIncoming(row.type)
      ? row.debits
      : [
          ...row.debits,
          ...debitsFor(
            row.profileId,
            { amount: difference, currency: row.amount.currency },
            sharesOf(row),
            atMs,
          ),
        ],
  };
}

/** Part of the hold is let go. @param finalAmount what is left of it */
export function reversePartly(
  row: CardTransactionRecord,
  finalAmount: MoneyRecord,
  now: number,
): CardTransactionRecord {
  const atMs = laterThan(row, now);
  return { ...changeAmount(row, finalAmount, atMs), modifiedAtMs: atMs, lastStep: 'PARTIAL_REVERSAL' };
}

/** Wise: the reservation stays in the list and a second debit cancels it out; the amount is left as it was. */
export function reverseFully(row: CardTransactionRecord, now: number): CardTransactionRecord {
  const atMs = laterThan(row, now);
  return {
    ...row,
    state: 'CANCELLED',
    modifiedAtMs: atMs,
    purgeAtMs: null,
    lastStep: 'FULL_REVERSAL',
    debits: [...row.debits, ...row.debits.map((debitRow) => negateDebit(debitRow, atMs))],
  };
}

function creditOf(row: CardTransactionRecord, atMs: number): CreditRecord {
  const currency = row.billingAmount.currency;
  return {
    balanceId: balanceIdOf(row.profileId, currency),
    creditedAmount: convert(row.amount, currency),
    createdAtMs: atMs,
  };
}

/**
 * The merchant takes the money. Wise: also after the hold was cancelled, and for more or less than was held.
 * @param amount what is taken; all that is held unless given
 */
export function capture(
  row: CardTransactionRecord,
  now: number,
  amount: MoneyRecord = row.amount,
): CardTransactionRecord {
  const atMs = laterThan(row, now);
  const isReleased = row.state === 'CANCELLED';
  const reserved = isReleased
    ? { ...row, debits: [...row.debits, ...debitsFor(row.profileId, withFees(row), sharesOf(row), atMs)] }
    : row;
  const taken = changeAmount(reserved, amount, atMs);
  return {
    ...taken,
    state: 'COMPLETED',
    modifiedAtMs: atMs,
    purgeAtMs: null,
    isAmountConfirmed: true,
    arn: `7${new Random(`capture ${row.id}`).digits(22)}`,
    lastStep: 'CAPTURE',
    credits: isIncoming(row.type) ? [...row.credits, creditOf(taken, atMs)] : row.credits,
  };
}
