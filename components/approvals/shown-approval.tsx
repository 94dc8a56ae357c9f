'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorState } from '@/components/feedback/error-state';
import { Bar } from '@/components/ui/skeleton';
import { UrlLink } from '@/components/ui/url-link';
import type { Decision } from '@/lib/client/approvals/queries';
import type { ApprovalDetail as Detail } from '@/lib/contracts/approvals';
import { ApprovalDetail } from './approval-detail';

interface ShownApprovalProps {
  shown: UseQueryResult<Detail>;
  backHref: string;
  onDecide: (approval: Detail, decision: Decision) => void;
  onWithdraw: (approval: Detail) => void;
}

export function ShownApproval({ shown, backHref, onDecide, onWithdraw }: ShownApprovalProps) {
  const { data, error, isFetching, refetch } = shown;
  return (
    <>
      {error && (
        <>
          <ErrorState
            className="mx-(--gutter) my-3"
            error={error}
            title={data ? 'This request could not be read again.' : 'This request could not be read.'}
            onRetry={() => void refetch()}
            busy={isFetching}
          />
          {!data && (
            <UrlLink href={backHref} className="mx-(--gutter) inline-flex min-h-6 items-center">
              All requests
            </UrlLink>
          )}
        </>
      )}
      {data ? (
        <ApprovalDetail
          approval={data}
          backHref={backHref}
          onDecide={(decision) => onDecide(data, decision)}
          onWithdraw={() => onWithdraw(data)}
        />
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
