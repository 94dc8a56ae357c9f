import 'server-only';
import type { Transaction, TransactionDetail } from '../../../wise/resources/to-wise-transaction.ts';

/** A transaction as Wise told it once, by a delivery or when it was asked. */
export interface ToldTransaction {
  profileId: string;
  transaction: Transaction | TransactionDetail;
  /** AUTH, PARTIAL_REVERSAL, FULL_REVERSAL, CAPTURE; empty for a reading, which does not name it. */
  step: string;
  source: 'webhook' | 'reading';
  /** When Wise said so. */
  toldAt: Date;
  receivedAt: Date;
}
