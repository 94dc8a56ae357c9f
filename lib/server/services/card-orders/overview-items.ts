import 'server-only';
import { cardOrderNeeds } from '../../../contracts/card-order-list.schema.ts';
import type { OverviewItem } from '../../../contracts/overview.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { countByNeed } from './search-orders.ts';

/** Card orders that somebody has to see to, one line for each need. */
export async function listWaitingOrders(db: Database, scope: CardScope): Promise<OverviewItem[]> {
  const found = await Promise.all(
    cardOrderNeeds.map(async (need) => ({ need, ...(await countByNeed(db, scope, need)) })),
  );
  return found.flatMap(({ at, need, orders }) =>
    at === undefined || orders === undefined ? [] : [{ kind: 'card-orders', need, at, orders }],
  );
}
