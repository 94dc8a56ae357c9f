import { z } from 'zod';
import { exportReasons } from '../catalogues/export-reasons.ts';
import { numbersTables } from '../catalogues/numbers-tables.ts';
import { declineFamily } from './decline-reasons.schema.ts';
import { instant, int64Text, serveEndpoint, several, timeZoneName } from './endpoint-schema.ts';
import * as endpoints from './transaction-numbers.ts';

const count = z.number().int();
const day = z.iso.date();

/** Both days included, by the clocks of the zone; 366 at most. */
export const numbersQuery = z.strictObject({
  from: day,
  until: day,
  timeZone: timeZoneName.default('UTC'),
  programme: several(z.string().max(80)),
  profileId: several(int64Text),
});

/** `declined`: for good, as far as is known. `secondTry`: declined softly and gone through when it was tried again. */
export const outcomes = z.object({ approved: count, declined: count, secondTry: count });

/**
 * Declines, second tries among them, as the reader may know them. `filter` and `asked` find their rows in the list of
 * transactions; `name` is null where the value says it.
 */
export const numbersRow = z.object({
  value: z.string(),
  name: z.string().nullable(),
  filter: z.enum(['type', 'declineReason', 'family', 'mcc', 'country']),
  asked: z.array(z.string()),
  count,
  before: count,
});

export const numbersReply = z.object({
  from: instant,
  to: instant,
  /** As many days, up to `from`. */
  beforeFrom: instant,
  /** When the first payment was made that is kept, whatever its programme; null where none is. */
  keptFrom: instant.nullable(),
  /** Whether payments are kept from the first day before on: else nothing can be compared. */
  isBeforeKept: z.boolean(),
  now: outcomes,
  before: outcomes,
  days: z.array(outcomes.extend({ day })),
  hours: z.array(outcomes.extend({ hour: count })),
  /** An empty one: of cards that the index does not know. */
  programmes: z.array(z.object({ programme: z.string(), now: outcomes, before: outcomes })),
  types: z.array(numbersRow),
  reasons: z.array(numbersRow.extend({ family: declineFamily.nullable() })),
  families: z.array(numbersRow),
  /** Withdrawals, and what was declined for its PIN. */
  cashAndPin: z.array(numbersRow),
  categories: z.array(numbersRow),
  countries: z.array(numbersRow),
  asOf: instant,
});

export const numbersExportQuery = numbersQuery.extend({
  table: z.enum(numbersTables),
  reason: z.enum(exportReasons),
});

export const readTransactionNumbers = serveEndpoint(endpoints.readTransactionNumbers, {
  query: numbersQuery,
  reply: numbersReply,
});
export const exportTransactionNumbers = serveEndpoint(endpoints.exportTransactionNumbers, {
  query: numbersExportQuery,
  reply: 'raw',
  audit: { action: 'transactions.export', target: () => ({ type: 'transactions', id: 'numbers' }) },
});
