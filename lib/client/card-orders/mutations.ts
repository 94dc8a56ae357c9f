import { queryOptions, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type CancelOrderBody,
  type CancelOrderReply,
  cancelCardOrder,
  type CreateOrderBody,
  createCardOrder,
  getCardAvailability,
  type PlacedOrder,
  type RenewOrderBody,
  type RenewOrderReply,
  renewCardOrder,
} from '../../contracts/card-order-writes.ts';
import type { CardOrderPath } from '../../contracts/card-orders.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import { followCancelled } from './follow-cancelled.ts';
import { cardOrderKeys } from './keys.ts';

/** What Wise lets the profile order now. */
export const useAvailability = (profileId: string) =>
  useQuery(
    queryOptions({
      queryKey: cardOrderKeys.availability(profileId),
      queryFn: /^\d{1,19}$/.test(profileId)
        ? ({ signal }) => callEndpoint(getCardAvailability, { params: { profileId }, signal })
        : skipToken,
      // Wise is asked again for each order: another card may be on its way.
      gcTime: 0,
    }),
  );

export function useCreateCardOrder(profileId: string, onPlaced: (placed: PlacedOrder) => void) {
  const client = useQueryClient();
  return useMutation<PlacedOrder, ApiError, Intent<CreateOrderBody>>({
    mutationFn: ({ body, idempotencyKey }) =>
      callEndpoint(createCardOrder, { params: { profileId }, body, idempotencyKey }),
    onSuccess: onPlaced,
    onSettled: () => void client.invalidateQueries({ queryKey: cardOrderKeys.all }),
  });
}

export function useCancelCardOrder(path: CardOrderPath) {
  const client = useQueryClient();
  return useMutation<CancelOrderReply, ApiError, Intent<CancelOrderBody>>({
    mutationFn: ({ body, idempotencyKey }) =>
      callEndpoint(cancelCardOrder, { params: path, body, idempotencyKey }),
    onSuccess: () => void followCancelled(client, path),
    onSettled: () => void client.invalidateQueries({ queryKey: cardOrderKeys.all }),
  });
}

export function useRenewCardOrder(path: CardOrderPath, onAnswer: (answer: RenewOrderReply) => void) {
  const client = useQueryClient();
  return useMutation<RenewOrderReply, ApiError, Intent<RenewOrderBody>>({
    mutationFn: ({ body, idempotencyKey }) =>
      callEndpoint(renewCardOrder, { params: path, body, idempotencyKey }),
    onSuccess: onAnswer,
    onSettled: () => void client.invalidateQueries({ queryKey: cardOrderKeys.all }),
  });
}
