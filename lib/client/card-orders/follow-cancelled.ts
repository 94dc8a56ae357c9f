import type { QueryClient } from '@tanstack/react-query';
import type { CardOrder, CardOrderPath } from '../../contracts/card-orders.ts';
import { cardOrderKeys } from './keys.ts';

const mostReads = 15;
const betweenReadsMs = 1000;

/** Wise accepts a cancelling and does it a moment later: the order is read until it says so. Where events flow they are first. */
export async function followCancelled(client: QueryClient, path: CardOrderPath): Promise<void> {
  const queryKey = cardOrderKeys.one(path);
  for (let reads = 0; reads < mostReads; reads++) {
    await client.refetchQueries({ queryKey, type: 'active' });
    if (client.getQueryData<CardOrder>(queryKey)?.status === 'CANCELLED') return;
    await new Promise((resolve) => setTimeout(resolve, betweenReadsMs));
  }
}
