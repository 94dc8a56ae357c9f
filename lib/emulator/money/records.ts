import type { MoneyRecord } from '../entities.ts';

/** Name checks that Wise makes for some currencies, as they stand on a recipient. */
export interface ConfirmationOutcome {
  type: string;
  outcome: string;
  requiresCustomerAcceptance: boolean;
  providedName: string | null;
  resolvedName: string | null;
  message: string | null;
  at: string;
}

export interface RecipientRecord {
  id: number;
  /** null for one that belongs to the user alone. */
  profileId: number | null;
  creatorId: number;
  accountHolderName: string;
  currency: string;
  country: string | null;
  /** As it is sent: `sort_code`, `iban`. */
  type: string;
  legalType: 'PRIVATE' | 'BUSINESS';
  active: boolean;
  ownedByCustomer: boolean;
  email: string | null;
  /** Without `legalType` and the address. */
  details: Record<string, string>;
  address: Record<string, string> | null;
  outcomes: readonly ConfirmationOutcome[];
  /** The quote that the outcomes were last checked with; null where that was done without one. */
  checkedWith: string | null;
  /** The quotes that the outcomes were accepted for; null stands for all of them. */
  acceptedFor: readonly { quoteId: string | null; at: string }[];
  createdAt: string;
}

export interface QuoteRecord {
  id: string;
  profileId: number;
  userId: number;
  sourceCurrency: string;
  targetCurrency: string;
  providedAmountType: 'SOURCE' | 'TARGET';
  sourceAmount: number;
  targetAmount: number;
  /** In the source currency, part of `sourceAmount`. */
  fee: number;
  rate: number;
  payOut: string;
  /** Whose price the amounts and the fee are; null means BANK_TRANSFER. */
  preferredPayIn: string | null;
  targetAccount: number | null;
  /** What a partner asks for in place of the usual price. */
  pricing: { variable: number; fixed: number } | null;
  transferNature: string | null;
  /** One that has run out still stands here as PENDING: see quoteStatusOf. */
  status: 'PENDING' | 'ACCEPTED' | 'FUNDED';
  createdTime: string;
  expirationTime: string;
}

/** What the money behind a transfer came by. */
export type PaidBy = 'BALANCE' | 'DIRECT_DEBIT' | 'BANK_TRANSFER';

export interface TransferPaymentRecord {
  id: number;
  by: PaidBy;
  /** What was taken from which balance; null for what came from outside. */
  balanceId: number | null;
  balanceTransactionId: number | null;
  atMs: number;
}

/** How a transfer goes on once it is paid, see `transfer-steps.ts`. */
export type TransferCourse = 'plain' | 'stuck' | 'bounce' | 'failPayout' | 'chargeBack';

export interface TransferRecord {
  id: number;
  profileId: number;
  userId: number;
  targetAccount: number;
  sourceAccount: number | null;
  quoteId: string;
  customerTransactionId: string;
  /** null for a transfer outside any group. */
  batchGroupId: string | null;
  status: string;
  course: TransferCourse;
  hasBounced: boolean;
  hasActiveIssues: boolean;
  /** Once a simulation has taken hold of it, it moves by simulation alone. */
  isSimulated: boolean;
  payment: TransferPaymentRecord | null;
  reference: string | null;
  details: Record<string, string>;
  rate: number;
  source: MoneyRecord;
  target: MoneyRecord;
  fee: number;
  createdAtMs: number;
  modifiedAtMs: number;
  /** When it takes its next step by itself; null where it waits for somebody. */
  nextStepAtMs: number | null;
}

export interface BatchGroupRecord {
  id: string;
  profileId: number;
  userId: number;
  /** int64 in digits: a random one of any sign after every change. */
  version: string;
  name: string;
  sourceCurrency: string;
  status: string;
  transferIds: readonly number[];
  shortId: number;
  /** What came by wire so far, in the source currency. */
  received: number;
  /** null until it is paid for as a whole. */
  paid: { by: PaidBy; amount: number; atMs: number } | null;
  createdAtMs: number;
  modifiedAtMs: number;
  nextStepAtMs: number | null;
}

export interface BalanceRecord {
  id: number;
  profileId: number;
  currency: string;
  type: 'STANDARD' | 'SAVINGS';
  name: string | null;
  investmentState: string;
  amount: number;
  reservedAmount: number;
  creationTime: string;
  modificationTime: string;
}

export interface DirectDebitAccountRecord {
  id: number;
  profileId: number;
  currency: string;
  type: string;
  routingNumber: string;
  accountNumber: string;
  accountType: string;
}

export interface PaymentInitiationRecord {
  id: number;
  batchGroupId: string;
  profileId: number;
  userId: number;
  accountId: number;
  reference: string;
  status: string;
  transferId: number | null;
  createdAtMs: number;
  nextStepAtMs: number | null;
}
