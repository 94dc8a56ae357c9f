import 'server-only';
import type { TransactionStep } from '../../../contracts/card-transactions.ts';
import type { CaseDetail } from '../../../contracts/cases.ts';
import type { ArchivedTransaction } from '../../../contracts/transactions.ts';

/** `receivedAt`: when the console had it; `toldAt`: when Wise said it. */
export interface EvidenceStep extends TransactionStep {
  receivedAt: string;
}

/** Without the holder: a card is named by its token and its last four digits. */
export interface EvidenceTransaction extends Omit<ArchivedTransaction, 'cardHolderName'> {
  steps: EvidenceStep[];
}

/** Its payments stand among the transactions. */
export type EvidenceCase = Omit<CaseDetail, 'asOf' | 'colleagues' | 'transaction' | 'version'>;

/** All that a package tells, before it is written as files. */
export interface Evidence {
  id: string;
  /** When the store was read. */
  asOf: string;
  madeBy: string;
  reason: string;
  recipient: string;
  timeZone: string;
  /** Of the console's key that signs the package. */
  keyId: string;
  case: EvidenceCase | null;
  /** The oldest first. */
  transactions: EvidenceTransaction[];
}
