import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import {
  getPlasticDay,
  type PlasticDay,
  type PlasticQuery,
  recordPlastic,
  signPlasticDay,
} from '../../contracts/plastic.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';

/** Under the kiosks: what an event of a branch makes old. */
export const plasticKeys = {
  all: ['kiosks', 'plastic'] as const,
  day: (query: PlasticQuery) => ['kiosks', 'plastic', query] as const,
};

const plasticOptions = (query: PlasticQuery) =>
  queryOptions({
    queryKey: plasticKeys.day(query),
    queryFn: ({ signal }) => callEndpoint(getPlasticDay, { query, signal }),
  });
export const usePlasticDay = (query: PlasticQuery) =>
  useQuery({ ...plasticOptions(query), placeholderData: keepPreviousData });

export function useRecordPlastic() {
  const client = useQueryClient();
  return useMutation<PlasticDay, ApiError, Intent<NonNullable<BodyOf<typeof recordPlastic>>>>({
    mutationFn: ({ body, idempotencyKey }) => callEndpoint(recordPlastic, { body, idempotencyKey }),
    onSettled: () => void client.invalidateQueries({ queryKey: plasticKeys.all }),
  });
}

export function useSignPlasticDay() {
  const client = useQueryClient();
  return useMutation<PlasticDay, ApiError, NonNullable<BodyOf<typeof signPlasticDay>>>({
    mutationFn: (body) => callEndpoint(signPlasticDay, { body }),
    onSettled: () => void client.invalidateQueries({ queryKey: plasticKeys.all }),
  });
}
