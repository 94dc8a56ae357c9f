import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page';

export const metadata: Metadata = { title: 'Staff' };

export default function StaffPage() {
  return <PageHeader title="Staff" titleInTopBar />;
}
