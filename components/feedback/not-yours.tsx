import { Lock } from 'lucide-react';
import Link from 'next/link';
import { PageHeader } from '@/components/ui/page';
import { EmptyState } from './empty-state';

/** A page of this console that the person's role does not open. */
export function NotYours({ title, children }: { title: string; children: string }) {
  return (
    <>
      <PageHeader title={title} titleInTopBar />
      <div className="flex-1 border-t border-line">
        <EmptyState
          icon={<Lock />}
          title="Not yours to open"
          action={
            <Link prefetch={false} href="/overview">
              Go to the overview
            </Link>
          }
        >
          {children}
        </EmptyState>
      </div>
    </>
  );
}
