import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { BatchRowFault } from '../../../../contracts/batch-rows.ts';
import type { Database } from '../../../db/database.ts';
import { insertMany, updateMany } from '../../../db/many-rows.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import type { Vault } from '../../../vault/vault.ts';
import { isDoubt, type RowFault } from '../file/faults.ts';
import type { CheckedRow } from '../file/row-result.ts';
import type { Group, Row } from '../run/row-outcome.ts';
import { type CheckFacts, checkGroupRows } from './check-group.ts';
import { blankContent, openContent, type RowContent, sealContent } from './content.ts';

/** Until one of these a row may be changed: nothing of it is at Wise, or Wise refused it. */
export const changeableStates = ['held-back', 'waiting', 'refused', 'left-out'];

/** A row of the group with its content open. */
export interface OpenRow {
  row: Row;
  content: RowContent;
}

export async function openRows(db: Database, vault: Vault, groupId: string): Promise<OpenRow[]> {
  const rows = await db
    .select()
    .from(batchRows)
    .where(eq(batchRows.groupId, groupId))
    .orderBy(batchRows.rowNumber);
  return rows.map((row) => ({ row, content: openContent(vault, row) }));
}

/** What a person changed of a row. */
export interface RowChange {
  cells?: Record<string, string> | undefined;
  leaveOut?: boolean | undefined;
  accept?: readonly string[] | undefined;
}

/** A row that is not in the store yet. */
export interface AddedRow {
  rowNumber: number;
  cells: Record<string, string>;
  /** Codes of doubts that a person took on themselves. */
  accepted?: string[];
}

/**
 * Checks every row of the group again, because rows depend on each other, and stores those that are not what they were.
 * The caller holds the group's lock. Rows that are being sent, or are in the group, stay as they are.
 * @param added rows that are stored as the check finds them; their numbers are above all others
 * @returns the numbers of the rows that changed, of those that were there
 */
export async function recheckRows(
  tx: Database,
  vault: Vault,
  group: Group,
  facts: CheckFacts,
  changes: ReadonlyMap<number, RowChange>,
  added: readonly AddedRow[] = [],
): Promise<number[]> {
  const locked = await tx
    .select({ rowNumber: batchRows.rowNumber })
    .from(batchRows)
    .where(and(eq(batchRows.groupId, group.id), inArray(batchRows.state, changeableStates)))
    .for('update');
  const mayChange = new Set(locked.map(({ rowNumber }) => rowNumber));
  const rows = (await openRows(tx, vault, group.id)).map((open) => ({
    ...open,
    content: applyChange(open.content, changes.get(open.row.rowNumber)),
  }));
  const isOut = ({ row }: OpenRow) => changes.get(row.rowNumber)?.leaveOut ?? row.state === 'left-out';
  const checked = await checkGroupRows(tx, group, facts, [
    ...rows
      .filter((open) => !isOut(open))
      .map(({ row, content }) => ({
        rowNumber: row.rowNumber,
        cells: content.cells,
        accepted: content.accepted,
      })),
    ...added,
  ]);
  const resultOf = new Map(checked.rows.map((result) => [result.rowNumber, result]));
  const changed = rows
    .filter(({ row }) => mayChange.has(row.rowNumber))
    .flatMap((open) => {
      const { rowNumber } = open.row;
      const change = changes.get(rowNumber);
      const judged = judge(open, resultOf.get(rowNumber), change);
      return change || !isSame(open, judged) ? toChangedRow(vault, open.row, judged, change) : [];
    });
  await updateMany(tx, batchRows, ['groupId', 'rowNumber'], changed);
  await insertMany(
    tx,
    batchRows,
    added.map((row) => toNewRow(vault, group, row, resultOf.get(row.rowNumber))),
  );
  return changed.map(({ rowNumber }) => rowNumber);
}

const applyChange = (content: RowContent, change: RowChange | undefined): RowContent => ({
  ...content,
  ...(change?.cells && {
    cells: change.cells,
    // What was accepted was accepted of other words.
    accepted: [],
    nameChecks: [],
  }),
  ...(change?.accept && { accepted: [...new Set([...content.accepted, ...change.accept])] }),
});

interface Judged {
  content: RowContent;
  facts: ReturnType<typeof factsOf>;
}

/** What is kept of a row after a check. @param result none for a row that is left out */
function judge(
  { row, content }: { row: RowBefore; content: RowContent },
  result: CheckedRow | undefined,
  change?: RowChange,
): Judged {
  const next: RowContent = {
    ...content,
    faults: (result?.faults ?? []).map(toBatchRowFault),
    flags: (result?.flags ?? []).map((flag) =>
      flag.code === 'account-changed-behind-known-name'
        ? { ...flag, recipientIds: [...flag.recipientIds] }
        : flag,
    ),
    newRecipient: toNewPayee(result?.recipient ?? null),
  };
  return { content: next, facts: factsOf(row, result, next, stateOf(row, result, change, next)) };
}

type RowBefore = Pick<Row, 'state' | 'code' | 'step'>;

const factsOf = (row: RowBefore, result: CheckedRow | undefined, content: RowContent, state: string) => ({
  state,
  code: state === 'refused' ? row.code : codeOf(result, content, state),
  step: state === 'refused' || (state === 'held-back' && content.nameChecks.length > 0) ? row.step : null,
  accountDigest: result?.accountDigest ?? null,
  paymentDigest: result?.paymentDigest ?? null,
  targetCurrency: result?.targetCurrency ?? null,
  fixedSide: result?.fixedSide ?? null,
  amount: result?.amount ?? null,
  isNewPayee: result?.recipient?.kind === 'new',
  recipientId: result?.recipient?.kind === 'existing' ? result.recipient.recipient.id : null,
});

const isSame = ({ row, content }: OpenRow, judged: Judged): boolean =>
  Object.entries(judged.facts).every(([name, value]) => row[name as keyof Judged['facts']] === value) &&
  JSON.stringify(content) === JSON.stringify(judged.content);

const toChangedRow = (vault: Vault, row: Row, { content, facts }: Judged, change: RowChange | undefined) => ({
  groupId: row.groupId,
  rowNumber: row.rowNumber,
  ...facts,
  contentSealed: sealContent(vault, row, content),
  changedAt: new Date(),
  notBefore: null,
  // Another payment than the one that was asked for takes another key.
  quoteId: change?.cells ? null : row.quoteId,
  transferAskedAt: change?.cells ? null : row.transferAskedAt,
});

const unchecked: RowBefore = { state: 'held-back', code: null, step: null };

function toNewRow(
  vault: Vault,
  { id: groupId }: Group,
  { rowNumber, cells, accepted = [] }: AddedRow,
  result: CheckedRow | undefined,
) {
  const place = { groupId, rowNumber };
  const { content, facts } = judge({ row: unchecked, content: { ...blankContent(cells), accepted } }, result);
  return { ...place, ...facts, contentSealed: sealContent(vault, place, content), changedAt: new Date() };
}

/** As the page knows it. */
export const toBatchRowFault = ({ field, code, message, mend, suggestions }: RowFault): BatchRowFault => ({
  field,
  code,
  message,
  mend,
  suggestions: [...(suggestions ?? [])],
  isAcceptable: isDoubt(code),
});

/** In the order of the kept form, so that the same reads the same. */
function toNewPayee(recipient: CheckedRow['recipient']): RowContent['newRecipient'] {
  if (recipient?.kind !== 'new' || recipient.type === null) return null;
  const { currency, details, name, type } = recipient;
  return { type, name, currency, details };
}

function stateOf(
  row: RowBefore,
  result: CheckedRow | undefined,
  change: RowChange | undefined,
  content: RowContent,
): string {
  if (!result) return 'left-out';
  if (result.state !== 'ready') return 'held-back';
  if (content.nameChecks.length > 0 && !change) return row.state;
  if (row.state === 'refused' && !change) return 'refused';
  return 'waiting';
}

const codeOf = (result: CheckedRow | undefined, content: RowContent, state: string): string | null => {
  if (state !== 'held-back') return null;
  if (result?.state === 'waiting') return 'wise_unavailable';
  return content.nameChecks.length > 0 ? 'batch_name_differs' : null;
};
