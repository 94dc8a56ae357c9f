import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { TransactionPage } from '@/components/transactions/transaction-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { transactionKeys } from '@/lib/client/transactions/keys';
import { getCardTransaction } from '@/lib/contracts/card-transactions';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Transaction' };

type Params = Promise<{ profileId: string; transactionId: string }>;

export default async function Page({ params }: { params: Params }) {
  const { profileId, transactionId } = await params;
  const transaction = await prefetchEndpoint(getCardTransaction, { params: { profileId, transactionId } });
  return (
    <HydrationBoundary state={hydratedQuery(transactionKeys.one(profileId, transactionId), transaction)}>
      <TransactionPage key={transactionId} profileId={profileId} transactionId={transactionId} />
    </HydrationBoundary>
  );
}
