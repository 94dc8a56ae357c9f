'use client';
import { Download, RotateCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { SavedViewsBar } from '@/components/views/saved-views-bar';
import {
  type AuditState,
  addressOfAudit,
  hrefForAudit,
  parseAuditState,
  toAuditQuery,
  withoutFilters,
} from '@/lib/client/audit/audit-state';
import { useAuditHead, useAuditList } from '@/lib/client/audit/queries';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import { countOf } from '@/lib/format/counts';
import { formatClock, zoneName } from '@/lib/format/times';
import { AuditFilters } from './audit-filters';
import { AuditFoot } from './audit-foot';
import { AuditTable } from './audit-table';
import { SignedHead } from './signed-head';

const loadExport = () => import('./export-dialog').then((module) => module.ExportDialog);
const ExportDialog = dynamic(loadExport, { ssr: false });

export function AuditPage() {
  const mayRead = useCan('audit.read');
  if (mayRead) return <AuditTrail />;
  return (
    <NotYours title="Audit trail">
      The audit trail is for auditors. What was done to a card stands on the card’s own page.
    </NotYours>
  );
}

function AuditTrail() {
  const timeZone = useTimeZone();
  const mayExport = useCan('audit.export');
  const state = parseAuditState(useSearchParams());
  const list = useAuditList(toAuditQuery(state, timeZone));
  const head = useAuditHead();
  const [isExporting, setExporting] = useState(false);
  useKeys(mayExport ? { e: () => setExporting(true) } : {});
  const choose = (next: AuditState) => pushUrl(hrefForAudit(next));
  const readAgain = () => void Promise.all([list.refetch(), head.refetch()]);
  return (
    <>
      <PageHeader
        title="Audit trail"
        titleInTopBar
        aside={
          list.data && (
            <>
              read at <time dateTime={list.data.asOf}>{formatClock(list.data.asOf, timeZone)}</time>{' '}
              {zoneName(timeZone)}
            </>
          )
        }
        actions={
          <>
            <Button size="sm" variant="quiet" icon={<RotateCw />} busy={list.isFetching} onClick={readAgain}>
              Read again
            </Button>
            {mayExport && (
              <Button
                size="sm"
                icon={<Download />}
                onPointerEnter={() => void loadExport()}
                onClick={() => setExporting(true)}
              >
                Export the trail…
              </Button>
            )}
          </>
        }
      />
      <SignedHead head={head.data} error={head.error} onRetry={() => void head.refetch()} />
      <SavedViewsBar
        list="audit"
        label="Views of the trail"
        address={addressOfAudit(state)}
        all={{ label: 'The whole trail', href: hrefForAudit(withoutFilters(state)) }}
      />
      <AuditFilters
        state={state}
        actions={list.data?.actions ?? []}
        found={list.data?.total === undefined ? undefined : countOf(list.data.total, 'row')}
        onChoose={choose}
        onType={(next) => replaceUrl(hrefForAudit(next))}
      />
      <AuditTable state={state} list={list} onChoose={choose} />
      <AuditFoot state={state} list={list.data} timeZone={timeZone} />
      {isExporting && <ExportDialog onClose={() => setExporting(false)} />}
    </>
  );
}
