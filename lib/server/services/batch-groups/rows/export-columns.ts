import 'server-only';
import { type BatchField, batchColumns, isBatchField } from '../../../../catalogues/batch-columns.ts';
import type { BatchRow } from '../../../../contracts/batch-rows.ts';
import { suggestMapping } from '../file/mapping.ts';

const order = Object.keys(batchColumns);
/** Without these a file is not read without asking what its columns hold. */
const always: readonly BatchField[] = ['name', 'amount', 'targetCurrency'];

/** The columns that these rows fill, and those in which something is missing, under headers that are known again. */
export function columnsOfRows(rows: readonly Pick<BatchRow, 'cells' | 'faults'>[]): {
  header: string[];
  mapping: BatchField[];
} {
  const filled = rows.flatMap(({ cells, faults }) => [
    ...Object.keys(cells).filter((field) => cells[field] !== ''),
    ...faults.map(({ field }) => field),
  ]);
  const mapping = [...new Set<string>([...always, ...filled])].filter(isBatchField).sort(byPlace);
  return { header: mapping.map(headerOf), mapping };
}

function byPlace(one: string, other: string): number {
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return place(one) - place(other) || one.localeCompare(other, 'en');
}

/** `IBAN`, as people write it, where that is read as this very field; else Wise's own key in full. */
function headerOf(field: BatchField): string {
  const short = field.replace(/^(?:details|transfer)\./, '');
  const [read] = suggestMapping([short]).columns;
  return read?.field === field && read.sure === 'certain' ? short : field;
}
