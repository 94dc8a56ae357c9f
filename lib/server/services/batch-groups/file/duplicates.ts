import 'server-only';
import { faultOf, type RowFault } from './faults.ts';
import type { RowFlag } from './row-result.ts';
import type { FixedSide } from './row-words.ts';

interface Payment {
  /** Digest of the account, or what stands for a recipient whose account nobody knows. */
  account: string;
  side: FixedSide;
  /** Of the amount. */
  currency: string;
  amount: string;
  reference: string;
}

/** What two payments share that are one payment twice; how a reference is written does not count. */
export const paymentText = ({ account, side, currency, amount, reference }: Payment): string =>
  JSON.stringify([account, side, currency, amount, reference.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')]);

export interface RecentPayment {
  /** Of the batch. */
  name: string;
  /** As a person reads it. */
  date: string;
}

/** Remembers the rows it is shown, in their order. */
export function watchForDuplicates(recent: ReadonlyMap<string, RecentPayment>) {
  const seen = new Map<string, number>();
  return (rowNumber: number, paymentDigest: string): { flags: RowFlag[]; doubts: RowFault[] } => {
    const flags: RowFlag[] = [];
    const doubts: RowFault[] = [];
    const row = seen.get(paymentDigest);
    if (row === undefined) seen.set(paymentDigest, rowNumber);
    else {
      flags.push({ code: 'duplicate-in-file', row });
      doubts.push(faultOf('amount', 'duplicate_in_file', { row }));
    }
    const before = recent.get(paymentDigest);
    if (before) {
      flags.push({ code: 'like-recent-batch', ...before });
      doubts.push(faultOf('amount', 'like_recent_batch', before));
    }
    return { flags, doubts };
  };
}
