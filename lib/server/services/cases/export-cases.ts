import 'server-only';
import type { z } from 'zod';
import { caseOutcomeWords, caseStateWords, severityWords } from '../../../catalogues/decline-desk.ts';
import type { DeskCase } from '../../../contracts/cases.ts';
import type { casesExportQuery } from '../../../contracts/cases.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { type CsvColumn, csvResponse } from '../csv.ts';
import { readAhead } from '../read-ahead.ts';
import { listCases } from './list-cases.ts';

const maxRows = 20_000;
const rowsPerRead = 200;

const columns: CsvColumn<DeskCase>[] = [
  { header: 'Case', value: ({ id }) => id },
  { header: 'State', value: ({ state }) => caseStateWords[state] },
  { header: 'Severity', value: ({ severity }) => severityWords[severity] },
  { header: 'Due', isTime: true, value: ({ dueAt }) => dueAt },
  { header: 'Late', value: ({ isOverdue }) => (isOverdue ? 'yes' : 'no') },
  { header: 'With', value: ({ assignee }) => assignee?.name },
  { header: 'Rules', value: ({ rules }) => rules.map(({ name }) => name).join('; ') },
  { header: 'Tried', isTime: true, value: ({ creationTime }) => creationTime },
  { header: 'Decline reason', value: ({ declineReason }) => declineReason },
  { header: 'Detailed decline reason', value: ({ detailedDeclineReason }) => detailedDeclineReason },
  { header: 'Reason in words', value: ({ declineTitle }) => declineTitle },
  { header: 'Amount', value: ({ transactionAmount }) => transactionAmount.amount },
  { header: 'Currency', value: ({ transactionAmount }) => transactionAmount.currency },
  { header: 'Billed', value: ({ billingAmount }) => billingAmount?.amount },
  { header: 'Billed currency', value: ({ billingAmount }) => billingAmount?.currency },
  { header: 'Merchant', value: ({ merchantName }) => merchantName },
  { header: 'Country', value: ({ merchantCountry }) => merchantCountry },
  { header: 'Holder', value: ({ cardHolderName }) => cardHolderName },
  { header: 'Last four', value: ({ lastFourDigits }) => lastFourDigits },
  { header: 'Card token', value: ({ cardToken }) => cardToken },
  { header: 'Profile id', value: ({ profileId }) => profileId },
  { header: 'Transaction id', value: ({ transactionId }) => transactionId },
  { header: 'Opened', isTime: true, value: ({ openedAt }) => openedAt },
  { header: 'Closed', isTime: true, value: ({ closedAt }) => closedAt },
  { header: 'Outcome', value: ({ outcome }) => outcome && caseOutcomeWords[outcome] },
  { header: 'Look again', value: ({ followUpOn }) => followUpOn },
];

/**
 * Every case that the filters find, in the order of the list and without what is written in them.
 * @throws AppError export_too_large, validation_failed
 */
export async function exportCasesFor(
  parts: Pick<Runtime, 'store'>,
  reader: Operator,
  { exportReason, timeZone, ...filters }: z.output<typeof casesExportQuery>,
  note: (details: Record<string, unknown>) => void,
): Promise<Response> {
  const { total = 0 } = await listCases(parts, reader, { ...filters, limit: 1 });
  note({ reason: exportReason, rows: total, filter: filters });
  if (total > maxRows)
    throw new AppError('export_too_large', {
      detail: `${total} cases are found; one file holds ${maxRows}.`,
    });
  const pages = readAhead((cursor) => listCases(parts, reader, { ...filters, cursor, limit: rowsPerRead }));
  return csvResponse('cases.csv', columns, pages, timeZone, total);
}
