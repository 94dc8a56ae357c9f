'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorState } from '@/components/feedback/error-state';
import { Bar } from '@/components/ui/skeleton';
import { UrlLink } from '@/components/ui/url-link';
import type { CaseDetail as Detail } from '@/lib/contracts/cases';
import type { CaseAct } from './case-acts';
import { CaseDetail } from './case-detail';

interface ShownCaseProps {
  shown: UseQueryResult<Detail>;
  backHref: string;
  onAct: (act: CaseAct) => void;
  isTaking: boolean;
}

export function ShownCase({ shown, backHref, onAct, isTaking }: ShownCaseProps) {
  const { data, error, isFetching, refetch } = shown;
  return (
    <>
      {error && (
        <>
          <ErrorState
            className="mx-(--gutter) my-3"
            error={error}
            title={data ? 'This case could not be read again.' : 'This case could not be read.'}
            onRetry={() => void refetch()}
            busy={isFetching}
          />
          {!data && (
            <UrlLink href={backHref} className="mx-(--gutter) inline-flex min-h-6 items-center">
              All cases
            </UrlLink>
          )}
        </>
      )}
      {data ? (
        <CaseDetail shown={data} backHref={backHref} onAct={onAct} isTaking={isTaking} />
      ) : (
        !error && (
          <div aria-busy="true" className="grid animate-late gap-3 px-(--gutter) pt-4">
            <Bar className="w-[40%]" />
            <Bar className="w-[70%]" />
            <Bar className="w-[55%]" />
          </div>
        )
      )}
    </>
  );
}
