import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  acknowledgeHoldAlert,
  changeHold,
  type HoldChange,
  liftHold,
  placeHold,
} from '../../contracts/card-holds.ts';
import type { Card, CardPath } from '../../contracts/cards.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import { cardKeys } from './keys.ts';
import { cardKeysTouched } from './mutations.ts';

export type HoldTerms = NonNullable<BodyOf<typeof placeHold>>;
type HoldTermsChange = NonNullable<BodyOf<typeof changeHold>>;
type Lifting = NonNullable<BodyOf<typeof liftHold>>;

/** Freezes an ACTIVE card as well. After an unknown outcome the card is read again. */
export function usePlaceHold(path: CardPath) {
  const client = useQueryClient();
  return useMutation<Card, ApiError, Intent<HoldTerms>>({
    mutationFn: ({ body, idempotencyKey }) => callEndpoint(placeHold, { params: path, body, idempotencyKey }),
    onSuccess: (card) => client.setQueryData(cardKeys.details(path), card),
    onSettled: () => void cardKeysTouched(client, path),
  });
}

export function useLiftHold(path: CardPath) {
  const client = useQueryClient();
  return useMutation<Card, ApiError, Intent<Lifting>>({
    mutationFn: ({ body, idempotencyKey }) => callEndpoint(liftHold, { params: path, body, idempotencyKey }),
    onSuccess: (card) => client.setQueryData(cardKeys.details(path), card),
    onSettled: () => void cardKeysTouched(client, path),
  });
}

const setHold = (client: QueryClient, path: CardPath, { hold }: HoldChange) =>
  client.setQueryData<Card>(cardKeys.details(path), (card) => card && { ...card, hold });

export function useChangeHold(path: CardPath) {
  const client = useQueryClient();
  return useMutation<HoldChange, ApiError, HoldTermsChange>({
    mutationFn: (body) => callEndpoint(changeHold, { params: path, body }),
    onSuccess: (change) => void setHold(client, path, change),
    onSettled: () => void cardKeysTouched(client, path),
  });
}

export function useAcknowledgeHoldAlert(path: CardPath) {
  const client = useQueryClient();
  return useMutation<HoldChange, ApiError, { holdId: string }>({
    mutationFn: (body) => callEndpoint(acknowledgeHoldAlert, { params: path, body }),
    onSuccess: (change) => void setHold(client, path, change),
    onSettled: () => void cardKeysTouched(client, path),
  });
}
