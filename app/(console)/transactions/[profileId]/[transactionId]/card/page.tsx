import { redirect } from 'next/navigation';
import { getCardTransaction } from '@/lib/contracts/card-transactions';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

type Params = Promise<{ profileId: string; transactionId: string }>;

/** The way to the card for what knows its transaction only. Where that cannot be read, the transaction's page says why. */
export default async function Page({ params }: { params: Params }) {
  const { profileId, transactionId } = await params;
  const transaction = await prefetchEndpoint(getCardTransaction, { params: { profileId, transactionId } });
  redirect(
    transaction
      ? `/cards/${profileId}/${transaction.cardToken}`
      : `/transactions/${profileId}/${transactionId}`,
  );
}
