import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type NumbersQuery, readTransactionNumbers } from '../../contracts/transaction-numbers.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { transactionKeys } from '../transactions/keys.ts';

const readAgainMs = 60_000;

/** Many payments at once are told to nobody: it is read again each minute as well. The numbers before stay on screen while others are read. */
export const useTransactionNumbers = (query: NumbersQuery, isAllowed: boolean) =>
  useQuery({
    queryKey: [...transactionKeys.numbers, query],
    queryFn: ({ signal }) => callEndpoint(readTransactionNumbers, { query, signal }),
    refetchInterval: readAgainMs,
    placeholderData: keepPreviousData,
    enabled: isAllowed,
  });
