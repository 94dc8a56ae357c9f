import 'server-only';
import type { ErrorCode } from '../../../../catalogues/errors.ts';
import type { batchGroups, batchRows } from '../../../db/schema/batches.ts';

export type Row = typeof batchRows.$inferSelect;
export type Group = typeof batchGroups.$inferSelect;
export type RowStep = 'recipient' | 'quote' | 'name' | 'transfer';

/** What the row is to be set to when its turn ends before it is in the group. */
export type RowEnd =
  | { kind: 'later'; afterMs: number; code?: ErrorCode }
  /** Wise was asked and nobody knows whether it did it. */
  | { kind: 'asking'; step: RowStep; afterMs: number }
  | { kind: 'refused'; step: RowStep; code: ErrorCode }
  /** A person has to look. */
  | { kind: 'held-back'; step: RowStep; code: ErrorCode }
  /** Nothing more may be sent before somebody has looked at the group. */
  | { kind: 'stop'; code: ErrorCode };

/** Ends a row's turn; thrown where the steps are, caught in one place. */
export class RowEnded extends Error {
  readonly end: RowEnd;

  constructor(end: RowEnd) {
    super(end.kind);
    this.end = end;
  }
}
