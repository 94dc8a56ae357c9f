import 'server-only';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import { asEverybodyReads } from '../../catalogues/decline-reasons/tell.ts';
import type { Runtime } from '../../runtime.ts';
import { csvResponse } from '../csv.ts';
import type { LocatedCard } from '../locate-card.ts';
import { transactionColumns } from './csv-columns.ts';
import { findTransactions } from './find.ts';
import type { TransactionFilters } from './filters.ts';

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
  reader: Holder,
  { reason, timeZone, query, ...filters }: ExportQuery,
  note: (details: Record<string, unknown>) => void,
): Promise<Response> {
  const declineReason = filters.declineReason?.map(asEverybodyReads);
  note({ reason, filter: { ...filters, ...(declineReason && { declineReason }), searched: Boolean(query) } });
  async function* rows() {
    for (let cursor: string | undefined; ; ) {
      const page = await findTransactions(parts, card, reader, { ...filters, query, cursor, limit: 100 });
      yield* page.items;
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }
  return csvResponse(`transactions-${card.token.slice(0, 8)}.csv`, transactionColumns, rows(), timeZone);
}
