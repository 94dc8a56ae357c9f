'use client';
import { FileCheck2, KeyRound } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { EndlessTable } from '@/components/data-table/endless-table';
import { EmptyState } from '@/components/feedback/empty-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/filter-chip';
import { PageHeader } from '@/components/ui/page';
import { keepFile } from '@/lib/client/download-file';
import { hrefForEvidence, parseEvidenceState } from '@/lib/client/evidence/evidence-state';
import { useEvidence } from '@/lib/client/evidence/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { pushUrl } from '@/lib/client/url/write-url';
import type { EvidenceList } from '@/lib/contracts/evidence';
import { countOf } from '@/lib/format/counts';
import { EvidenceDetail } from './evidence-detail';
import { EvidenceHead, EvidenceRow, evidenceColumns } from './evidence-rows';

export function EvidencePage() {
  if (useCan('cases.evidence')) return <Evidence />;
  return <NotYours title="Evidence">This page belongs to another role.</NotYours>;
}

function Evidence() {
  const state = parseEvidenceState(useSearchParams());
  const list = useEvidence(state.caseId);
  const [head] = list.data?.pages ?? [];
  return (
    <div className="fit-page">
      <PageHeader
        crumbs={[{ label: 'Cases', href: '/declines/cases' }, { label: 'Evidence' }]}
        title="Evidence that left"
        aside={head?.total === undefined ? undefined : countOf(head.total, 'package')}
        actions={
          <>
            <LiveMark asOf={head?.asOf} />
            {head && <PublicKey of={head} />}
          </>
        }
      />
      {state.caseId !== '' && (
        <div className="flex-none px-(--gutter) pb-2">
          <FilterChip
            field="Case"
            values={[state.caseId.slice(0, 8)]}
            onRemove={() => pushUrl(hrefForEvidence({}))}
          />
        </div>
      )}
      <EndlessTable
        label="Evidence"
        list={list}
        head={<EvidenceHead />}
        columns={evidenceColumns}
        row={(one, index) => <EvidenceRow key={one.id} evidence={one} index={index} caseId={state.caseId} />}
        nothingFound={
          <EmptyState icon={<FileCheck2 />} title="No evidence has left.">
            It is made from a case, or of transactions that are chosen with X in their list.
          </EmptyState>
        }
      />
      {state.id !== '' && (
        <EvidenceDetail id={state.id} onClose={() => pushUrl(hrefForEvidence({ caseId: state.caseId }))} />
      )}
    </div>
  );
}

/** Whoever checks a package gets the key by another way than the package. */
function PublicKey({ of: { key } }: { of: EvidenceList }) {
  const keep = () =>
    keepFile(new Blob([key.publicKey], { type: 'application/x-pem-file' }), `console-key-${key.keyId}.pem`);
  return (
    <Button
      size="sm"
      icon={<KeyRound />}
      title="For npm run verify-evidence, by another way than the package"
      onClick={keep}
    >
      Public key
    </Button>
  );
}
