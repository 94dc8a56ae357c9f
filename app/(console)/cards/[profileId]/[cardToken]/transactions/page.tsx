import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { TransactionsPage } from '@/components/transactions/transactions-page';
import { hydratedFirstPage } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { parseTransactionsState, toTransactionFilters } from '@/lib/client/transactions/list-state';
import { transactionKeys } from '@/lib/client/transactions/keys';
import { transactionsPageSize } from '@/lib/client/transactions/queries';
import { listCardTransactions } from '@/lib/contracts/card-transactions';
import type { CardPath } from '@/lib/contracts/cards';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';
import { readPreferences } from '../../../../../read-preferences';

export const metadata: Metadata = { title: 'Transactions of a card' };

interface Props {
  params: Promise<CardPath>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Props) {
  const path = await params;
  const [search, { timeZone }] = await Promise.all([searchParams, readPreferences()]);
  const filters = toTransactionFilters(parseTransactionsState(toSearchParams(search)), timeZone ?? 'UTC');
  const page = await prefetchEndpoint(listCardTransactions, {
    params: path,
    query: { ...filters, limit: transactionsPageSize },
  });
  return (
    <HydrationBoundary state={hydratedFirstPage(transactionKeys.list(path, filters), page)}>
      <TransactionsPage key={path.cardToken} path={path} />
    </HydrationBoundary>
  );
}
