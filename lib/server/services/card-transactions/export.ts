import 'server-only';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import { asEverybodyReads } from '../../catalogues/decline-reasons/tell.ts';
import type { Runtime } from '../../runtime.ts';
import { type CsvColumn, csvResponse } from '../csv.ts';
import type { LocatedCard } from '../locate-card.ts';
import { findTransactions } from './find.ts';
import type { TransactionFilters } from './filters.ts';
import type { ListedTransaction } from '../../../contracts/card-transactions.ts';

interface ExportQuery extends TransactionFilters {
  from?: string | undefined;
  to?: string | undefined;
  reason: string;
  timeZone: string;
}

const columns: CsvColumn<ListedTransaction>[] = [
  { header: 'Transaction', value: ({ id }) => id },
  { header: 'Created', isTime: true, value: ({ creationTime }) => creationTime },
  { header: 'Changed', isTime: true, value: ({ modificationTime }) => modificationTime },
  { header: 'Held until', isTime: true, value: ({ purgeTime }) => purgeTime },
  { header: 'State', value: ({ state }) => state },
  { header: 'Type', value: ({ type }) => type },
  { header: 'Merchant', value: ({ merchant }) => merchant.name },
  { header: 'City', value: ({ merchant }) => merchant.city },
  { header: 'Country', value: ({ merchant }) => merchant.country },
  { header: 'MCC', value: ({ merchant }) => merchant.mcc },
  { header: 'Amount', value: ({ transactionAmount }) => transactionAmount.amount },
  { header: 'Currency', value: ({ transactionAmount }) => transactionAmount.currency },
  { header: 'Billing amount', value: ({ billingAmount }) => billingAmount?.amount },
  { header: 'Billing currency', value: ({ billingAmount }) => billingAmount?.currency },
  { header: 'Decline reason', value: ({ declineReason }) => declineReason },
  { header: 'Detailed reason', value: ({ detailedDeclineReason }) => detailedDeclineReason },
  { header: 'Authorisation method', value: ({ authorisationMethod }) => authorisationMethod },
  { header: 'PIN result', value: ({ pinValidationResult }) => pinValidationResult },
  { header: 'Approval code', value: ({ approvalCode }) => approvalCode },
  { header: 'ARN', value: ({ arn }) => arn },
];

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
  return csvResponse(`transactions-${card.token.slice(0, 8)}.csv`, columns, rows(), timeZone);
}
