'use client';
import { Layers2, Plus, Printer } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { asApiError } from '@/lib/client/api-error';
import { parsePlasticState, toPlasticQuery } from '@/lib/client/plastic/plastic-state';
import { usePlasticDay } from '@/lib/client/plastic/queries';
import { useCan } from '@/lib/client/session/session-provider';
import type { PlasticDay } from '@/lib/contracts/plastic';
import { formatDay } from '@/lib/format/times';
import { DayBar } from './day-bar';
import { DaySheet } from './day-sheet';

const RecordDialog = dynamic(() => import('./record-dialog').then((module) => module.RecordDialog), {
  ssr: false,
});

export function PlasticPage() {
  const mayRead = useCan('kiosks.read');
  if (mayRead) return <Plastic />;
  return <NotYours title="Plastic">Branches count their blank and spoiled cards here.</NotYours>;
}

function Plastic() {
  const state = parsePlasticState(useSearchParams());
  const { data, error, refetch, isFetching } = usePlasticDay(toPlasticQuery(state));
  const isMissing = error !== null && asApiError(error).code === 'not_found';
  return (
    <>
      <PageHeader
        title="Plastic"
        titleInTopBar
        {...(data && { aside: `${data.branch.name}, ${formatDay(data.day)}` })}
        actions={
          <>
            <LiveMark asOf={data?.asOf} />
            {data && <Acts day={data} />}
          </>
        }
      />
      <DayBar state={state} day={data} />
      {isMissing ? (
        <EmptyState icon={<Layers2 />} title="No branch here.">
          It may be another’s. Choose one of yours above, or ask an administrator to name one for you.
        </EmptyState>
      ) : (
        error && (
          <ErrorState
            className="mx-(--gutter) my-3"
            error={error}
            title={data ? 'The day could not be read again.' : 'The day could not be read.'}
            onRetry={() => void refetch()}
            busy={isFetching}
          />
        )
      )}
      {data && !isMissing && <DaySheet day={data} state={state} />}
    </>
  );
}

function Acts({ day }: { day: PlasticDay }) {
  const mayWrite = useCan('plastic.write');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={<Printer />} className="max-narrow:hidden" onClick={() => window.print()}>
        Print
      </Button>
      {mayWrite && (
        <Button size="sm" variant="primary" icon={<Plus />} onClick={() => setOpen(true)}>
          Write down…
        </Button>
      )}
      {isOpen && <RecordDialog day={day} onClose={() => setOpen(false)} />}
    </>
  );
}
