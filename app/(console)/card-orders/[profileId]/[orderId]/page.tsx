import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { CardOrderPage } from '@/components/card-orders/card-order-page';
import { cardOrderKeys } from '@/lib/client/card-orders/keys';
import { hydratedQuery } from '@/lib/client/hydration';
import { getCardOrder } from '@/lib/contracts/card-orders';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Card order' };

type Params = Promise<{ profileId: string; orderId: string }>;

export default async function Page({ params }: { params: Params }) {
  const path = await params;
  const order = await prefetchEndpoint(getCardOrder, { params: path });
  return (
    <HydrationBoundary state={hydratedQuery(cardOrderKeys.one(path), order)}>
      <CardOrderPage key={path.orderId} path={path} />
    </HydrationBoundary>
  );
}
