import type { Metadata } from 'next';
import { NumbersPage } from '@/components/transaction-numbers/numbers-page';

export const metadata: Metadata = { title: 'Numbers' };

export default function Page() {
  return <NumbersPage />;
}
