'use client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BatchGroupPath } from '../../contracts/batch-groups.ts';
import {
  type AddedPayment,
  addPayment,
  findPayee,
  type KnownPayee,
  type NewPayment,
  type PaymentForm,
  readPaymentForm,
  readTransferForm,
} from '../../contracts/batch-payments.ts';
import type { QueryOf } from '../../contracts/define-endpoint.ts';
import { type ApiError, asApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { batchKeys } from './keys.ts';
import { readGroupAgain } from './mutations.ts';

const hourMs = 60 * 60 * 1000;

type FormQuery = NonNullable<QueryOf<typeof readPaymentForm>>;
type TransferQuery = NonNullable<QueryOf<typeof readTransferForm>>;

/** The fields of a currency stay while others of it are read. */
export const usePaymentForm = (path: BatchGroupPath, query: FormQuery) =>
  useQuery({
    queryKey: [...batchKeys.form(path.batchGroupId), query.target, JSON.stringify(query)] as const,
    queryFn: ({ signal }) => callEndpoint(readPaymentForm, { params: path, query, signal }),
    staleTime: hourMs,
    placeholderData: (known: PaymentForm | undefined, before) =>
      known && before?.queryKey[3] !== query.target ? { ...known, kinds: null } : known,
  });

/** @param query undefined while there is nothing to ask with */
export const useTransferForm = (path: BatchGroupPath, query: TransferQuery | undefined) =>
  useQuery({
    queryKey: [...batchKeys.form(path.batchGroupId), 'transfer', JSON.stringify(query)] as const,
    queryFn: ({ signal }) =>
      query ? callEndpoint(readTransferForm, { params: path, query, signal }) : { known: null },
    staleTime: hourMs,
    placeholderData: keepPreviousData,
    enabled: query !== undefined,
  });

export const useFindPayee = (path: BatchGroupPath) =>
  useMutation<{ items: KnownPayee[] }, ApiError, string>({
    mutationFn: (text) => callEndpoint(findPayee, { params: path, body: { text } }),
  });

export function useAddPayment(path: BatchGroupPath) {
  const client = useQueryClient();
  return useMutation<AddedPayment, ApiError, NewPayment>({
    mutationFn: (body) => callEndpoint(addPayment, { params: path, body }),
    onSettled: (reply, error) => {
      const isOther = error !== null && ['conflict', 'outcome_unknown'].includes(asApiError(error).code);
      if (reply?.kind === 'added' || isOther) readGroupAgain(client, path);
    },
  });
}
