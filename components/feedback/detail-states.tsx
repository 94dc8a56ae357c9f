import type { ComponentProps, ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import { asApiError } from '@/lib/client/api-error';
import { EmptyState } from './empty-state';
import { ErrorState } from './error-state';

interface DetailStatesProps {
  crumbs: NonNullable<ComponentProps<typeof PageHeader>['crumbs']>;
  /** As in "This order could not be read." */
  noun: string;
  /** Of the page while it could not be read: "Card order". */
  title: string;
  error: Error | null;
  onRetry: () => void;
  busy: boolean;
  /** Where there is none: the page's title, and what to do. */
  missing: { icon: ReactNode; title: string; advice: string };
}

/** The page of one thing before there is anything of it to show: being read, not there, not to be read. */
export function DetailStates({ crumbs, noun, title, error, onRetry, busy, missing }: DetailStatesProps) {
  if (error && ['not_found', 'validation_failed'].includes(asApiError(error).code))
    return (
      <>
        <PageHeader crumbs={crumbs} title={missing.title} />
        <EmptyState icon={missing.icon} title={`There is no such ${noun}, or it is not yours to see`}>
          {missing.advice}
        </EmptyState>
      </>
    );
  return (
    <div aria-busy={!error}>
      <PageHeader crumbs={crumbs} title={error ? title : <span className="sr-only">Reading</span>} />
      {error ? (
        <ErrorState
          className="mx-(--gutter)"
          error={error}
          title={`This ${noun} could not be read.`}
          onRetry={onRetry}
          busy={busy}
        />
      ) : (
        <div aria-hidden="true" className="grid animate-late gap-4 px-(--gutter) py-5">
          {['w-[38%]', 'w-[72%]', 'w-[64%]'].map((width) => (
            <Bar key={width} className={width} />
          ))}
        </div>
      )}
    </div>
  );
}
