import type { CardOrder } from '@/lib/contracts/card-orders';

/** Too old to be printed, or cancelled for a new order that is not there yet. */
export function isToRenew({ printAge, renewal, status }: Pick<CardOrder, 'printAge' | 'renewal' | 'status'>) {
  if (renewal?.state === 'placed') return false;
  if (status === 'CANCELLED') return renewal !== null;
  return printAge === 'day-60';
}
