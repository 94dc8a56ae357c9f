import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page';

export const metadata: Metadata = { title: 'Approvals' };

export default function ApprovalsPage() {
  return <PageHeader title="Approvals" titleInTopBar />;
}
