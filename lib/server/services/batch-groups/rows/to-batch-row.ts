import 'server-only';
import { z } from 'zod';
import { batchRowStateValues } from '../../../../catalogues/batch-statuses.ts';
import type { BatchRow } from '../../../../contracts/batch-rows.ts';
import type { OpenRow } from './recheck.ts';

const stateSchema = z.enum(batchRowStateValues);
const stepSchema = z.enum(['recipient', 'quote', 'name', 'transfer']).nullable();
const sideSchema = z.enum(['source', 'target']).nullable();

/** @param sentAgainIn the group that took this returned row, where one did */
export const toBatchRow = ({ row, content }: OpenRow, sentAgainIn: string | undefined): BatchRow => ({
  rowNumber: row.rowNumber,
  state: stateSchema.parse(row.state),
  step: stepSchema.parse(row.step),
  cells: content.cells,
  faults: content.faults,
  flags: content.flags,
  accepted: content.accepted,
  isNewPayee: row.isNewPayee,
  nameChecks: content.nameChecks,
  code: row.code,
  fixedSide: sideSchema.parse(row.fixedSide),
  amount: row.amount,
  targetCurrency: row.targetCurrency,
  recipientId: row.recipientId,
  sourceAmount: row.sourceAmount,
  targetAmount: row.targetAmount,
  fee: row.fee,
  rate: row.rate,
  transferId: row.transferId,
  transferStatus: row.transferStatus,
  transferStatusAt: row.transferStatusAt?.toISOString() ?? null,
  bouncedAt: row.bouncedAt?.toISOString() ?? null,
  payoutFailure:
    row.payoutFailure === null
      ? null
      : { code: row.payoutFailure, at: row.payoutFailedAt?.toISOString() ?? null },
  sentAgainIn: sentAgainIn ?? null,
  sendsAgain:
    row.continuesGroupId === null || row.continuesRowNumber === null
      ? null
      : { batchGroupId: row.continuesGroupId, rowNumber: row.continuesRowNumber },
  changedAt: row.changedAt.toISOString(),
});
