import type { z } from 'zod';
import type * as schema from './card-order-list.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type IndexedCardOrder = z.output<typeof schema.indexedCardOrder>;
export type IndexedOrdersQuery = z.input<typeof schema.indexedOrdersQuery>;
export type IndexedOrderList = z.output<typeof schema.indexedOrdersReply>;
export type OpenOrderRequest = z.output<typeof schema.openRequest>;
export type CardOrderSort = NonNullable<IndexedOrdersQuery['sort']>;
export type CardOrderNeed = (typeof schema.cardOrderNeeds)[number];

/** The console's own index of orders, across every profile; a branch's are those that are collected there. */
export const listIndexedCardOrders = defineEndpoint<{ query: IndexedOrdersQuery; reply: IndexedOrderList }>()(
  {
    method: 'GET',
    path: '/api/card-orders',
    consolePermission: 'card-orders.read',
  },
);

/** CSV of everything the filters find, in the shown order. */
export const exportCardOrders = defineEndpoint<{
  query: z.input<typeof schema.exportOrdersQuery>;
  reply: string;
}>()({ method: 'GET', path: '/api/card-orders/export.csv', consolePermission: 'card-orders.export' });
