import 'server-only';
import { z } from 'zod';
import { batchRowFault, batchRowFlag, nameCheck } from '../../../../contracts/batch-rows.schema.ts';
import type { Vault } from '../../../vault/vault.ts';

/** What a row says of people and their accounts: sealed in the store. */
const rowContent = z.object({
  cells: z.record(z.string(), z.string()),
  faults: z.array(batchRowFault),
  flags: z.array(batchRowFlag),
  /** Of faults, or of a name that differs, that a person accepted. */
  accepted: z.array(z.string()),
  /** What is open of the bank's answer. One that was kept in another form is asked for again. */
  nameChecks: z.array(nameCheck).default([]),
  /** Whom to make at Wise where nobody known has this account. Details are flat, with dotted keys. */
  newRecipient: z
    .object({
      type: z.string(),
      name: z.string(),
      currency: z.string(),
      details: z.record(z.string(), z.string()),
    })
    .nullable(),
});
export type RowContent = z.output<typeof rowContent>;

/** Of a row that nobody has looked at yet. */
export const blankContent = (cells: RowContent['cells']): RowContent => ({
  cells,
  faults: [],
  flags: [],
  accepted: [],
  nameChecks: [],
  newRecipient: null,
});

interface Place {
  groupId: string;
  rowNumber: number;
}

const contextOf = ({ groupId, rowNumber }: Place) => ({
  table: 'batch_rows',
  column: 'content_sealed',
  row: JSON.stringify([groupId, String(rowNumber)]),
});

export const sealContent = (vault: Vault, place: Place, content: RowContent): string =>
  vault.seal(JSON.stringify(content), contextOf(place));

export const openContent = (vault: Vault, row: Place & { contentSealed: string }): RowContent =>
  rowContent.parse(JSON.parse(vault.open(row.contentSealed, contextOf(row))));
