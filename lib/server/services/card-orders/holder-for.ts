import 'server-only';
import { eq, exists, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { CardScope } from '../../auth/operator.ts';
import { cardOrders, handOvers, productions } from '../../db/schema/kiosks.ts';

interface Held {
  cardHolderName: string | null;
  /** What Wise last told of the card's printing; null before it is ready to be printed. */
  productionStatus: string | null;
  isHandedOver: boolean;
}

/** A branch sees whom a card is for from when it can be printed there until it was handed over. */
export const holderFor = (reader: CardScope, { cardHolderName, isHandedOver, productionStatus }: Held) =>
  reader === 'all' || (productionStatus !== null && !isHandedOver) ? cardHolderName : null;

/** The same rule, for what is searched and sorted by. */
export function isHolderOpen(reader: CardScope): SQL {
  if (reader === 'all') return sql`true`;
  const query = new QueryBuilder();
  const ready = query
    .select({ one: sql`1` })
    .from(productions)
    .where(eq(productions.cardToken, cardOrders.cardToken));
  const handedOver = query
    .select({ one: sql`1` })
    .from(handOvers)
    .where(eq(handOvers.cardToken, cardOrders.cardToken));
  return sql`(${exists(ready)} and not ${exists(handedOver)})`;
}
