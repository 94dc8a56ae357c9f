import type { BatchRow, BatchRowFault } from '../../contracts/batch-rows.ts';

/** The columns of the grid that hold something of the file. */
export const editableColumns = ['mend', 'recipient', 'account', 'gets'] as const;
export type EditableColumn = (typeof editableColumns)[number];

const amountFields: readonly string[] = ['amount', 'targetCurrency', 'sourceCurrency', 'amountCurrency'];
const besideAccount: readonly string[] = [
  'details.dateOfBirth',
  'details.phoneNumber',
  'details.idDocumentNumber',
];

/** The column in which a field of the file stands; what has none of its own stands under what to mend. */
export function columnOfField(field: string): EditableColumn {
  if (field === 'name') return 'recipient';
  if (amountFields.includes(field)) return 'gets';
  if (field === 'recipientId' || field === 'type') return 'account';
  const isAccount =
    field.startsWith('details.') && !field.startsWith('details.address.') && !besideAccount.includes(field);
  return isAccount ? 'account' : 'mend';
}

/** What an account is known by: bank first, then the number. */
const accountParts: readonly string[] = [
  'details.sortCode',
  'details.abartn',
  'details.bsbCode',
  'details.ifscCode',
  'details.institutionNumber',
  'details.transitNumber',
  'details.bankCode',
  'details.branchCode',
  'details.clearingNumber',
  'details.swiftCode',
];
const accountNumbers: readonly string[] = [
  'details.IBAN',
  'details.accountNumber',
  'details.clabe',
  'details.interacAccount',
  'email',
  'recipientId',
];

const filled = (row: Pick<BatchRow, 'cells'>, field: string): string => row.cells[field]?.trim() ?? '';

/** `40-02-26 · 70914538`, an IBAN alone; a row that names only a recipient shows its id. */
export function accountText(row: Pick<BatchRow, 'cells'>): string {
  const iban = filled(row, 'details.IBAN');
  if (iban !== '') return iban;
  const number = accountNumbers.map((field) => filled(row, field)).find(Boolean);
  if (number === undefined) return '';
  if (number !== filled(row, 'details.accountNumber')) return number;
  return [...accountParts.map((field) => filled(row, field)).filter(Boolean), number].join(' · ');
}

export const faultOfColumn = (
  row: Pick<BatchRow, 'faults'>,
  column: EditableColumn,
): BatchRowFault | undefined => row.faults.find(({ field }) => columnOfField(field) === column);

/** What Enter in a cell edits: what is wrong there, else what it shows. Undefined where it holds nothing of the file. */
export function fieldOfCell(
  row: Pick<BatchRow, 'cells' | 'faults'>,
  column: EditableColumn,
): string | undefined {
  const fault = faultOfColumn(row, column);
  if (fault) return fault.field;
  switch (column) {
    case 'recipient':
      return 'name';
    case 'account':
      return accountNumbers.find((field) => filled(row, field) !== '') ?? 'details.IBAN';
    case 'gets':
      return 'amount';
    case 'mend':
      return undefined;
  }
}

const mayStillChange: readonly BatchRow['state'][] = ['held-back', 'waiting', 'refused', 'left-out'];
/** Nothing of it is at Wise yet, or Wise refused it. */
export const isChangeable = ({ state }: Pick<BatchRow, 'state'>): boolean => mayStillChange.includes(state);

const usualFields: readonly string[] = [
  'name',
  'receiverType',
  'recipientId',
  'amount',
  'amountCurrency',
  'sourceCurrency',
  'targetCurrency',
  'paymentReference',
  'referenceNumber',
  'email',
];

/** Every field of a row, in an order that stays: those each row has, those of its account, what is wrong. */
export function fieldsOfRow({ cells, faults }: Pick<BatchRow, 'cells' | 'faults'>): string[] {
  const more = [...Object.keys(cells), ...faults.map(({ field }) => field)].filter(
    (field) => !usualFields.includes(field),
  );
  return [...usualFields, ...[...new Set(more)].sort()];
}
