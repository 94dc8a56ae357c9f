import { useQuery } from '@tanstack/react-query';
import { type DeskCase, getCaseCardTimeline } from '../../contracts/cases.ts';
import { listTransactions, type TransactionsQuery } from '../../contracts/transactions.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { type ArchiveState, toArchiveFilters } from '../transactions/archive-state.ts';
import { transactionKeys } from '../transactions/keys.ts';

/** Old with whatever makes the card or its payments old. */
export const useCaseCardTimeline = ({ cardToken, id: caseId, profileId }: DeskCase) =>
  useQuery({
    queryKey: [...transactionKeys.ofCard({ profileId, cardToken }), 'case-timeline', caseId] as const,
    queryFn: ({ signal }) => callEndpoint(getCaseCardTimeline, { params: { caseId }, signal }),
  });

/** On each side of the payment. */
const mostAround = 6;

/** What the customer paid just before and just after, on whichever card; the newest first. */
export const usePaymentsAround = ({ at, id, profileId }: { profileId: string; id: string; at: string }) =>
  useQuery({
    queryKey: [...transactionKeys.archive, 'around', profileId, id] as const,
    queryFn: async ({ signal }) => {
      const read = (query: TransactionsQuery) =>
        callEndpoint(listTransactions, {
          query: { ...query, profileId: [profileId], limit: mostAround + 1 },
          signal,
        });
      const [after, before] = await Promise.all([
        read({ from: at, sort: 'created' }),
        read({ to: at, sort: '-created' }),
      ]);
      const others = (items: typeof after.items) => items.filter((one) => one.id !== id).slice(0, mostAround);
      return [...others(after.items).toReversed(), ...others(before.items)];
    },
  });

/** How many payments these filters of the archive find. */
export const useFoundCount = (state: ArchiveState, timeZone: string) => {
  const filters = toArchiveFilters(state, timeZone);
  return useQuery({
    queryKey: [...transactionKeys.archive, 'count', filters] as const,
    queryFn: async ({ signal }) => {
      const query = { ...filters, limit: 1 };
      const { isTotalCapped, total } = await callEndpoint(listTransactions, { query, signal });
      return { total: total ?? 0, isTotalCapped };
    },
  });
};
