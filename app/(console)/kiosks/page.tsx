import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { KiosksPage } from '@/components/kiosks/board/kiosks-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { kioskKeys } from '@/lib/client/kiosks/keys';
import { getKioskBoard } from '@/lib/contracts/kiosk-board';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Kiosks' };

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ branch?: string | string[] }>;
}) {
  const { branch } = await searchParams;
  const branchId = typeof branch === 'string' ? branch : '';
  const board = await prefetchEndpoint(getKioskBoard, { query: branchId === '' ? {} : { branchId } });
  return (
    <HydrationBoundary state={hydratedQuery(kioskKeys.board(branchId), board)}>
      <KiosksPage />
    </HydrationBoundary>
  );
}
