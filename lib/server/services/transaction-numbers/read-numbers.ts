import 'server-only';
import type { z } from 'zod';
import { can, type Holder } from '../../../catalogues/console-permissions.ts';
import type { TransactionNumbers } from '../../../contracts/transaction-numbers.ts';
import type { numbersQuery } from '../../../contracts/transaction-numbers.schema.ts';
import { asEverybodyReads } from '../../catalogues/decline-reasons/tell.ts';
import type { Runtime } from '../../runtime.ts';
import { readToldSince } from '../retention/cutoffs.ts';
import { periodsOf, reachesBack, toldOf } from './periods.ts';
import { type Counted, readDeclineCounts } from './read-declines.ts';
import { readKeptFrom } from './read-kept-from.ts';
import { readOutcomes } from './read-outcomes.ts';
import {
  tellCashAndPin,
  tellCategories,
  tellCountries,
  tellFamilies,
  tellReasons,
  tellTypes,
} from './tell-declines.ts';

/** What the archive tells still, and nobody may read any more, counts with all that is not disclosed. */
function asTold(counts: readonly Counted[]): Counted[] {
  const sums = new Map<string, Counted>();
  for (const { before, count, value: kept } of counts) {
    const value = asEverybodyReads(kept);
    const sum = sums.get(value);
    sums.set(value, {
      value,
      count: count + (sum?.count ?? 0),
      before: before + (sum?.before ?? 0),
    });
  }
  return [...sums.values()];
}

/** The numbers of a period as `reader` may know them. @throws AppError validation_failed */
export async function readNumbers(
  { store: { db } }: Pick<Runtime, 'store'>,
  reader: Holder,
  query: z.output<typeof numbersQuery>,
): Promise<TransactionNumbers> {
  const periods = periodsOf(query);
  const since = await readToldSince(db, reader, 'card-transactions');
  const told = toldOf(periods, since);
  const asOf = new Date().toISOString();
  const read = can(reader, 'decline-reasons.restricted') ? 'reason' : 'told';
  // As of one moment, or a sum would not be that of its parts.
  const [outcomes, counts, keptFrom] = await db.transaction(
    async (tx) => [
      await readOutcomes(tx, told, query.timeZone, query),
      await readDeclineCounts(tx, told, ['type', read, 'mcc', 'country'], query),
      await readKeptFrom(tx, query, since),
    ],
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  const reasons = tellReasons(reader, read === 'told' ? asTold(counts.told) : counts.reason);
  const types = tellTypes(counts.type);
  return {
    from: periods.from.toISOString(),
    to: periods.to.toISOString(),
    beforeFrom: periods.beforeFrom.toISOString(),
    ...outcomes,
    keptFrom: keptFrom?.toISOString() ?? null,
    isBeforeKept: reachesBack(periods, keptFrom),
    types,
    reasons,
    families: tellFamilies(reasons),
    cashAndPin: tellCashAndPin(types, reasons),
    categories: tellCategories(counts.mcc),
    countries: tellCountries(counts.country),
    asOf,
  };
}
