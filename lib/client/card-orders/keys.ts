import type { CardOrderPath } from '../../contracts/card-orders.ts';
import type { CardOrderFilters } from './list-state.ts';

export const cardOrderKeys = {
  all: ['card-orders'] as const,
  availability: (profileId: string) => ['card-orders', profileId, 'availability'] as const,
  ofProfile: (profileId: string) => ['card-orders', profileId] as const,
  found: (filters: CardOrderFilters) => ['card-orders', 'found', filters] as const,
  one: ({ orderId, profileId }: CardOrderPath) => ['card-orders', profileId, 'one', orderId] as const,
};
