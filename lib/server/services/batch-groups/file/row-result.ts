import 'server-only';
import type { RowFault } from './faults.ts';
import type { KnownRecipient } from './recipients.ts';
import type { FixedSide } from './row-words.ts';

export interface RowToCheck {
  rowNumber: number;
  /** By canonical field. */
  cells: Readonly<Partial<Record<string, string>>>;
  /** Codes of doubts that a person took on themselves. */
  accepted?: readonly string[];
}

/** What nobody has to mend and an approver has to see. */
export type RowFlag =
  | { code: 'new-payee' }
  | { code: 'account-changed-behind-known-name'; recipientIds: readonly string[] }
  | { code: 'duplicate-in-file'; row: number }
  | { code: 'like-recent-batch'; name: string; date: string }
  /** Begins with + or -, which a spreadsheet would take for a formula. */
  | { code: 'formula-like'; field: string };

export type RowRecipient =
  | { kind: 'existing'; by: 'id' | 'account'; recipient: KnownRecipient }
  /** `details` are flat, with dotted keys; the type is null as long as nobody knows it. */
  | { kind: 'new'; type: string | null; name: string; currency: string; details: Record<string, string> };

export interface CheckedRow {
  rowNumber: number;
  /** `waiting`: nothing is wrong so far, and what Wise asks for in this currency is not read yet. */
  state: 'ready' | 'faulty' | 'waiting';
  /** The worst first, one of each field at most. */
  faults: RowFault[];
  /** Doubts that stand and were accepted. */
  accepted: RowFault[];
  flags: RowFlag[];
  recipient: RowRecipient | null;
  /** Digits with at most one point; of the fixed side’s currency. */
  amount: string | null;
  fixedSide: FixedSide | null;
  targetCurrency: string | null;
  accountDigest: string | null;
  /** The same for the same account, amount and reference; kept, it finds a second payment in a later batch. */
  paymentDigest: string | null;
}
