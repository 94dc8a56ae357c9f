import 'server-only';
import type { ArchivedTransaction, TransactionsSort } from '../../../../contracts/transactions.ts';
import type { CardScope, Reader } from '../../../auth/operator.ts';
import { asEverybodyReads } from '../../../catalogues/decline-reasons/tell.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import { type CsvColumn, csvResponse } from '../../csv.ts';
import { readAhead } from '../../read-ahead.ts';
import { reportingColumns, transactionColumns } from '../csv-columns.ts';
import { beginExport, recorded } from '../exports/record-export.ts';
import { conditionsFor, type TransactionFilters } from './conditions.ts';
import { countTransactions, findTransactions } from './find.ts';
import { few, tellRows } from './list.ts';

const maxRows = 100_000;
const rowsPerRead = 1000;

const columns: CsvColumn<ArchivedTransaction>[] = [
  ...transactionColumns,
  ...reportingColumns,
  { header: 'Holder', value: ({ cardHolderName }) => cardHolderName },
  { header: 'Last four', value: ({ lastFourDigits }) => lastFourDigits },
  { header: 'Card token', value: ({ cardToken }) => cardToken },
  { header: 'Profile', value: ({ profileName }) => profileName },
  { header: 'Profile id', value: ({ profileId }) => profileId },
  { header: 'Told by', value: ({ source }) => source },
  { header: 'Told', isTime: true, value: ({ toldAt }) => toldAt },
];

interface ExportQuery extends TransactionFilters {
  sort: TransactionsSort;
  reason: string;
  /** Of the file as well as of the hours that are looked for. */
  timeZone: string;
}

/**
 * Everything the filters find, in the shown order and zone, streamed, as the reader may know it.
 * @throws AppError export_too_large, validation_failed
 */
export async function exportArchivedTransactions(
  { store: { db } }: Pick<Runtime, 'store'>,
  reader: Reader,
  scope: CardScope,
  { reason, sort, ...filters }: ExportQuery,
  note: (details: Record<string, unknown>) => void,
): Promise<Response> {
  const conditions = await conditionsFor(db, reader, scope, filters);
  const total = await countTransactions(db, conditions, maxRows);
  // What was searched for may be a name: the trail says only that there was a search.
  const { query, timeZone, ...codes } = filters;
  const declineReason = filters.declineReason?.map(asEverybodyReads);
  note({
    reason,
    rows: total,
    filter: {
      ...codes,
      ...(filters.hour && { timeZone }),
      ...(declineReason && { declineReason }),
      sort,
      searched: Boolean(query),
    },
  });
  if (total > maxRows)
    throw new AppError('export_too_large', {
      detail: `More than ${maxRows} rows are found; one file holds so many.`,
    });
  const isFew = total <= few && !conditions.isOpen;
  const exportId = await beginExport(db, reader, { filter: { ...codes, isSearch: Boolean(query) } });
  note({ exportId });
  const read = async (cursor: string | undefined) => {
    const page = { cursor, limit: rowsPerRead, sort, isFew };
    const { nextCursor, rows: found } = await findTransactions(db, conditions, page);
    return { nextCursor, items: await tellRows(db, reader, scope, found) };
  };
  const pages = recorded(db, exportId, readAhead(read));
  return csvResponse(`transactions-${exportId}.csv`, columns, pages, timeZone, total);
}
