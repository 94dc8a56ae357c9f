import type { CardOrderPath } from '../../contracts/card-orders.ts';

export const cardOrderKeys = {
  ofProfile: (profileId: string) => ['card-orders', profileId] as const,
  list: (profileId: string) => ['card-orders', profileId, 'list'] as const,
  one: ({ orderId, profileId }: CardOrderPath) => ['card-orders', profileId, 'one', orderId] as const,
};
