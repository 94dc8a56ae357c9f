import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page';

export const metadata: Metadata = { title: 'Audit trail' };

export default function AuditPage() {
  return <PageHeader title="Audit trail" titleInTopBar />;
}
