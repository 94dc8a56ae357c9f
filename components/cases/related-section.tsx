'use client';
import { X } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { moves, useMove } from '@/lib/client/cases/queries';
import type { CaseDetail } from '@/lib/contracts/cases';
import { RelatedLine } from './related-line';

interface RelatedSectionProps {
  shown: CaseDetail;
  onLink: () => void;
}

/** What belongs to a case besides its payment; anybody of the desk adds to it while it is open. */
export function RelatedSection({ shown, onLink }: RelatedSectionProps) {
  const unlink = useMove(shown.id, moves.unlink);
  const isOpen = shown.state === 'waiting' || shown.state === 'taken';
  if (!isOpen && shown.related.length === 0) return null;
  return (
    <Section
      title="What belongs to it"
      end={
        isOpen && (
          <Button size="sm" onClick={onLink}>
            Link transactions…
          </Button>
        )
      }
    >
      {shown.related.length === 0 && <p className="text-ink-3">Nothing else yet.</p>}
      <ul className="grid gap-1">
        {shown.related.map((one) => (
          <li key={`${one.profileId} ${one.id}`} className="flex min-h-7 items-center gap-x-2">
            <Link
              prefetch={false}
              href={`/transactions/${one.profileId}/${one.id}` as Route}
              className="min-w-0 flex-1"
            >
              <RelatedLine transaction={one} />
            </Link>
            {isOpen && (
              <Button
                size="sm"
                variant="quiet"
                icon={<X />}
                aria-label={`Take ${one.id} out of the case`}
                busy={unlink.isPending}
                onClick={() =>
                  unlink.mutate({
                    version: shown.version,
                    profileId: one.profileId,
                    transactionId: one.id,
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {unlink.error && <ErrorState className="mt-2" error={unlink.error} />}
    </Section>
  );
}
