import 'server-only';
import type { IndexedCardOrder } from '../../../contracts/card-order-list.ts';
import type { CardScope } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { type CsvColumn, csvResponse } from '../csv.ts';
import { readAhead } from '../read-ahead.ts';
import { totalOf } from '../list-cards.ts';
import { countOrders, findOrders, type OrderFilters } from './search-orders.ts';

const maxRows = 100_000;
const rowsPerRead = 500;

const columns: CsvColumn<IndexedCardOrder>[] = [
  { header: 'Order', value: ({ id }) => id },
  { header: 'Holder', value: ({ cardHolderName }) => cardHolderName },
  { header: 'Status', value: ({ status }) => status },
  { header: 'Profile', value: ({ profileName }) => profileName },
  { header: 'Profile id', value: ({ profileId }) => profileId },
  { header: 'Programme', value: ({ programme }) => programme },
  { header: 'Scheme', value: ({ scheme }) => scheme },
  { header: 'Type', value: ({ cardType }) => cardType },
  { header: 'Delivery', value: ({ deliveryOption }) => deliveryOption },
  { header: 'Branch', value: ({ branch }) => branch?.name },
  { header: 'Production', value: ({ productionStatus }) => productionStatus },
  { header: 'Last four', value: ({ lastFourDigits }) => lastFourDigits },
  { header: 'Card token', value: ({ cardToken }) => cardToken },
  { header: 'Card made', isTime: true, value: ({ cardCreationTime }) => cardCreationTime },
  { header: 'Replaces order', value: ({ replacesOrderId }) => replacesOrderId },
  { header: 'Replaced by order', value: ({ replacedByOrderId }) => replacedByOrderId },
  { header: 'Placed', isTime: true, value: ({ creationTime }) => creationTime },
  { header: 'Last change', isTime: true, value: ({ modificationTime }) => modificationTime },
  { header: 'Known as of', isTime: true, value: ({ asOf }) => asOf },
];

interface ExportQuery extends OrderFilters {
  reason: string;
  timeZone: string;
}

/**
 * Everything the filters find, in the shown order and zone, streamed.
 * @throws AppError export_too_large
 */
export async function exportCardOrders(
  { store: { db } }: Pick<Runtime, 'store'>,
  scope: CardScope,
  { reason, timeZone, ...filters }: ExportQuery,
  note: (details: Record<string, unknown>) => void,
): Promise<Response> {
  const total = totalOf(await countOrders(db, scope, filters), filters.status);
  const { query, ...codes } = filters;
  // What was searched for may be a name: the trail says only that there was a search.
  note({ reason, rows: total, filter: { ...codes, searched: Boolean(query) } });
  if (total > maxRows)
    throw new AppError('export_too_large', { detail: `${total} rows are found; one file holds ${maxRows}.` });
  const pages = readAhead((cursor) => findOrders(db, scope, filters, { cursor, limit: rowsPerRead }));
  return csvResponse('card-orders.csv', columns, pages, timeZone, total);
}
