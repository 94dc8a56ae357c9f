import 'server-only';
import type { CardTransaction, WiseTransaction } from '../../../contracts/card-transactions.ts';
import type { Reader } from '../../auth/operator.ts';
import { asEverybodyReads } from '../../catalogues/decline-reasons/tell.ts';
import type { Runtime } from '../../runtime.ts';
import { type CsvColumn, csvResponse } from '../csv.ts';
import type { LocatedCard } from '../locate-card.ts';
import { readAhead } from '../read-ahead.ts';
import { reportingColumns, transactionColumns } from './csv-columns.ts';
import { beginExport, recorded } from './exports/record-export.ts';
import { findTransactions } from './find.ts';
import type { TransactionFilters } from './filters.ts';
import { readValues } from './reporting/tell-value.ts';

type Exported = WiseTransaction & Pick<CardTransaction, 'profileId' | 'reporting'>;
const columns: CsvColumn<Exported>[] = [...transactionColumns, ...reportingColumns];

interface ExportQuery extends TransactionFilters {
  from?: string | undefined;
  to?: string | undefined;
  reason: string;
  timeZone: string;
}

/** All that the filters find, as the reader may know it. @param note writes into the audit row */
export async function exportTransactions(
  parts: Runtime,
  card: LocatedCard,
  reader: Reader,
  { reason, timeZone, query, ...filters }: ExportQuery,
  note: (details: Record<string, unknown>) => void,
): Promise<Response> {
  const declineReason = filters.declineReason?.map(asEverybodyReads);
  note({ reason, filter: { ...filters, ...(declineReason && { declineReason }), searched: Boolean(query) } });
  const { db } = parts.store;
  const { profileId } = card;
  const exportId = await beginExport(db, reader, { filter: { ...filters, isSearch: Boolean(query) }, card });
  note({ exportId });
  const read = async (cursor: string | undefined) => {
    const page = { ...filters, query, cursor, limit: 100 };
    const { items, nextCursor } = await findTransactions(parts, card, reader, page);
    const valueOf = await readValues(
      db,
      profileId,
      items.map(({ id }) => id),
    );
    return { nextCursor, items: items.map((one) => ({ ...one, profileId, reporting: valueOf(one.id) })) };
  };
  return csvResponse(
    `transactions-${card.token.slice(0, 8)}-${exportId}.csv`,
    columns,
    recorded(db, exportId, readAhead(read)),
    timeZone,
  );
}
