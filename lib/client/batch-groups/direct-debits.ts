import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BatchGroupPath } from '../../contracts/batch-groups.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import {
  addDirectDebitAccount,
  type DirectDebitAccount,
  type DirectDebitAccountList,
  type DirectDebitCurrency,
  listDirectDebitAccounts,
  payByDirectDebit,
} from '../../contracts/direct-debits.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import { useAct } from './mutations.ts';

const debitAccountsOptions = (profileId: string, currency: DirectDebitCurrency) =>
  queryOptions({
    queryKey: ['direct-debit-accounts', profileId, currency] as const,
    queryFn: ({ signal }) =>
      callEndpoint(listDirectDebitAccounts, { params: { profileId }, query: { currency }, signal }),
  });

/** Straight from Wise, by their last four digits. */
export const useDebitAccounts = (profileId: string, currency: DirectDebitCurrency) =>
  useQuery(debitAccountsOptions(profileId, currency));

type NewAccount = NonNullable<BodyOf<typeof addDirectDebitAccount>>;

export function useAddDebitAccount(profileId: string, currency: DirectDebitCurrency) {
  const client = useQueryClient();
  const { queryKey } = debitAccountsOptions(profileId, currency);
  return useMutation<DirectDebitAccount, ApiError, Intent<NewAccount>>({
    mutationFn: ({ body, idempotencyKey }) =>
      callEndpoint(addDirectDebitAccount, { params: { profileId }, body, idempotencyKey }),
    onSuccess: (added) =>
      client.setQueryData<DirectDebitAccountList>(
        queryKey,
        (list) => list && { ...list, items: [...list.items.filter(({ id }) => id !== added.id), added] },
      ),
    onSettled: () => void client.invalidateQueries({ queryKey }),
    // The number stays nowhere in the page once it is sent.
    gcTime: 0,
  });
}

export const usePayByDirectDebit = (path: BatchGroupPath) =>
  useAct(path, ({ body, idempotencyKey }: Intent<NonNullable<BodyOf<typeof payByDirectDebit>>>) =>
    callEndpoint(payByDirectDebit, { params: path, body, idempotencyKey }),
  );
