import type { Metadata } from 'next';
import { KioskErrorsPage } from '@/components/kiosks/errors/errors-page';

export const metadata: Metadata = { title: 'Kiosk faults' };

export default function Page() {
  return <KioskErrorsPage />;
}
