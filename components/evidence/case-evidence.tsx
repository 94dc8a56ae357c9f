'use client';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Section } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import { hrefForEvidence } from '@/lib/client/evidence/evidence-state';
import { useEvidence } from '@/lib/client/evidence/queries';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { formatTableTime } from '@/lib/format/times';
import { ChangedSince } from './changed-since';

const EvidenceDialog = dynamic(() => import('./evidence-dialog').then((module) => module.EvidenceDialog), {
  ssr: false,
});

/** What of a case has left the console, and the way to make more of it. */
export function CaseEvidence({ caseId }: { caseId: string }) {
  return useCan('cases.evidence') ? <Evidence caseId={caseId} /> : null;
}

function Evidence({ caseId }: { caseId: string }) {
  const timeZone = useTimeZone();
  const list = useEvidence(caseId);
  const items = list.data?.pages.flatMap((page) => page.items);
  const [isMaking, setMaking] = useState(false);
  useKeys({ p: () => setMaking(true) });
  return (
    <Section
      title="Evidence that left"
      end={
        <Button size="sm" onClick={() => setMaking(true)}>
          Make evidence… <Kbd>P</Kbd>
        </Button>
      }
    >
      {list.error && (
        <ErrorState
          error={list.error}
          title="What left could not be read."
          onRetry={() => void list.refetch()}
          busy={list.isFetching}
        />
      )}
      {!items && !list.error && <Bar className="w-[55%] animate-late" />}
      {items?.length === 0 && <p className="text-ink-3">Nothing of this case has left.</p>}
      <ul className="grid gap-1">
        {items?.map((one) => (
          <li key={one.id} className="flex flex-wrap gap-x-3">
            <Link
              href={hrefForEvidence({ caseId, id: one.id }) as Route}
              prefetch={false}
              className="tabular"
            >
              {formatTableTime(one.madeAt, timeZone)}
            </Link>
            <span>
              {one.by} to {one.recipient}
            </span>
            <ChangedSince changedSince={one.changedSince} />
          </li>
        ))}
      </ul>
      {isMaking && <EvidenceDialog of={{ caseId }} onClose={() => setMaking(false)} />}
    </Section>
  );
}
