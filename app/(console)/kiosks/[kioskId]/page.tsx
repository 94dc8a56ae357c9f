import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { KioskPage } from '@/components/kiosks/kiosk/kiosk-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { kioskKeys } from '@/lib/client/kiosks/keys';
import { getKioskFigures } from '@/lib/contracts/kiosk-board';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Kiosk' };

export default async function Page({ params }: { params: Promise<{ kioskId: string }> }) {
  const { kioskId } = await params;
  const figures = await prefetchEndpoint(getKioskFigures, { params: { kioskId } });
  return (
    <HydrationBoundary state={hydratedQuery(kioskKeys.figures(kioskId), figures)}>
      <KioskPage key={kioskId} kioskId={kioskId} />
    </HydrationBoundary>
  );
}
