import 'server-only';
import { and, asc, eq, inArray, lt, or } from 'drizzle-orm';
import type { z } from 'zod';
import { openRequest, type indexedOrdersQuery } from '../../../contracts/card-order-list.schema.ts';
import type { IndexedOrderList, OpenOrderRequest } from '../../../contracts/card-order-list.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardOrderRequests, cardOrders } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { profiles } from '../../db/schema/wise.ts';
import type { Runtime } from '../../runtime.ts';
import { totalOf } from '../list-cards.ts';
import { countOrders, findOrders, inBranches } from './search-orders.ts';
import { inBranchesOf } from '../branches/in-branches-of.ts';

const mostRequests = 20;
/** What was begun a moment ago is under way, and nobody's to see to. */
const underWayMs = 20_000;

/** One page of the index, with what narrows it and what still waits to be placed. */
export async function listIndexedCardOrders(
  { store: { db } }: Pick<Runtime, 'store'>,
  scope: CardScope,
  query: z.output<typeof indexedOrdersQuery>,
): Promise<IndexedOrderList> {
  const [page, counts, choices, requests] = await Promise.all([
    findOrders(db, scope, query, query),
    countOrders(db, scope, query),
    readChoices(db, scope),
    readOpenRequests(db, scope),
  ]);
  return {
    ...page,
    total: totalOf(counts, query.status),
    counts,
    choices,
    requests,
    asOf: new Date().toISOString(),
  };
}

async function readChoices(db: Database, scope: CardScope): Promise<IndexedOrderList['choices']> {
  const [rows, known] = await Promise.all([
    db
      .selectDistinct({
        programme: cardOrders.programme,
        scheme: cardOrders.scheme,
        type: cardOrders.cardType,
        delivery: cardOrders.deliveryOption,
      })
      .from(cardOrders)
      .where(inBranches(scope)),
    db
      .select({ id: branches.id, name: branches.name })
      .from(branches)
      .where(inBranchesOf(scope, branches.id))
      .orderBy(asc(branches.name)),
  ]);
  const values = (name: 'programme' | 'scheme' | 'type' | 'delivery') =>
    [...new Set(rows.flatMap((row) => row[name] ?? []))].sort();
  return {
    programme: values('programme'),
    scheme: values('scheme'),
    type: values('type'),
    delivery: values('delivery'),
    branches: known,
  };
}

/** Whoever asked for it. A branch is told no names of these: there is no card yet. */
async function readOpenRequests(db: Database, scope: CardScope): Promise<OpenOrderRequest[]> {
  const rows = await db
    .select({ request: cardOrderRequests, profileName: profiles.name })
    .from(cardOrderRequests)
    .innerJoin(profiles, eq(profiles.id, cardOrderRequests.profileId))
    .where(
      and(
        or(
          eq(cardOrderRequests.state, 'unknown'),
          and(
            inArray(cardOrderRequests.state, ['waiting', 'sending']),
            lt(cardOrderRequests.changedAt, new Date(Date.now() - underWayMs)),
          ),
        ),
        inBranchesOf(scope, cardOrderRequests.branchId),
      ),
    )
    .orderBy(asc(cardOrderRequests.createdAt))
    .limit(mostRequests);
  return rows.map(({ profileName, request }) =>
    openRequest.parse({
      requestId: request.id,
      profileId: request.profileId,
      profileName: scope === 'all' ? profileName : null,
      state: request.state,
      replacesOrderId: request.replacesOrderId,
      createdAt: request.createdAt.toISOString(),
    }),
  );
}
