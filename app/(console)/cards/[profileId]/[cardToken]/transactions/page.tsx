import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { TransactionsPage } from '@/components/transactions/transactions-page';
import { hydratedFirstPage, hydratedQuery } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import {
  addressOfTransactions,
  parseTransactionsState,
  toTransactionFilters,
} from '@/lib/client/transactions/list-state';
import { transactionKeys } from '@/lib/client/transactions/keys';
import { transactionsPageSize } from '@/lib/client/transactions/queries';
import { viewKeys } from '@/lib/client/views/keys';
import { findOpeningView } from '@/lib/client/views/view-address';
import { listCardTransactions } from '@/lib/contracts/card-transactions';
import type { CardPath } from '@/lib/contracts/cards';
import { listViews } from '@/lib/contracts/views';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';
import { readPreferences } from '../../../../../read-preferences';

export const metadata: Metadata = { title: 'Transactions of a card' };

interface Props {
  params: Promise<CardPath>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const path = await params;
  const [record, { timeZone }] = await Promise.all([searchParams, readPreferences()]);
  const search = toSearchParams(record);
  const state = parseTransactionsState(search);
  const filters = toTransactionFilters(state, timeZone ?? 'UTC');
  const [views, page] = await Promise.all([
    prefetchEndpoint(listViews, { query: { list: 'card-transactions' } }),
    prefetchEndpoint(listCardTransactions, {
      params: path,
      query: { ...filters, limit: transactionsPageSize },
    }),
  ]);
  const opening = findOpeningView(search, views);
  if (opening) redirect(addressOfTransactions(path, state).hrefFor(opening.query, opening.id));
  return (
    <HydrationBoundary state={hydratedQuery(viewKeys.list('card-transactions'), views)}>
      <HydrationBoundary state={hydratedFirstPage(transactionKeys.list(path, filters), page)}>
        <TransactionsPage key={path.cardToken} path={path} />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
