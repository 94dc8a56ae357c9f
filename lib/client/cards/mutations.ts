import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import { type Card, type CardPath, resetPinCount, updateCardStatus } from '../../contracts/cards.ts';
import { type SpendingPermissions, updateSpendingPermissions } from '../../contracts/spending-permissions.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import { cardKeys } from './keys.ts';

type StatusChange = Intent<NonNullable<BodyOf<typeof updateCardStatus>>>;
type SwitchChange = Intent<NonNullable<BodyOf<typeof updateSpendingPermissions>>>;

export const cardKeysTouched = (client: QueryClient, path: CardPath) =>
  Promise.all([
    client.invalidateQueries({ queryKey: cardKeys.card(path) }),
    client.invalidateQueries({ queryKey: cardKeys.lists }),
    client.invalidateQueries({ queryKey: ['overview'] }),
  ]);

/** Activate, freeze, unfreeze, block. After an unknown outcome the card is read again as well. */
export function useUpdateCardStatus(path: CardPath) {
  const client = useQueryClient();
  return useMutation<Card, ApiError, StatusChange>({
    mutationFn: ({ body, idempotencyKey }) =>
      callEndpoint(updateCardStatus, { params: path, body, idempotencyKey }),
    onSuccess: (card) => client.setQueryData(cardKeys.details(path), card),
    onSettled: () => void cardKeysTouched(client, path),
  });
}

export function useResetPinCount(path: CardPath) {
  const client = useQueryClient();
  return useMutation<{ clearedAt: string }, ApiError, { idempotencyKey: string }>({
    mutationFn: ({ idempotencyKey }) =>
      callEndpoint(resetPinCount, { params: path, body: {}, idempotencyKey }),
    onSettled: () => void client.invalidateQueries({ queryKey: cardKeys.history(path) }),
  });
}

/**
 * The answer is what Wise says after the change. The switches of the page show what was asked for while it is under way, so
 * nothing has to be taken back here when the server refuses. Changes of one card go one after the other.
 */
export function useUpdateSpendingPermissions(path: CardPath) {
  const client = useQueryClient();
  const queryKey = cardKeys.spendingPermissions(path);
  return useMutation<SpendingPermissions, ApiError, SwitchChange>({
    mutationKey: queryKey,
    scope: { id: queryKey.join(' ') },
    mutationFn: ({ body, idempotencyKey }) =>
      callEndpoint(updateSpendingPermissions, { params: path, body, idempotencyKey }),
    onMutate: () => client.cancelQueries({ queryKey }),
    onSuccess: (reply) => client.setQueryData(queryKey, reply),
    onSettled: () => {
      void client.invalidateQueries({ queryKey });
      void client.invalidateQueries({ queryKey: cardKeys.history(path) });
    },
  });
}
