'use client';
import { FileCheck2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { mostTransactionsInEvidence } from '@/lib/catalogues/evidence';
import type { ArchiveFilters } from '@/lib/client/transactions/archive-state';
import { readAllTransactions } from '@/lib/client/transactions/read-all';
import type { ArchiveListItem } from '@/lib/contracts/transactions';
import { formatCount } from '@/lib/format/counts';

const EvidenceDialog = dynamic(
  () => import('@/components/evidence/evidence-dialog').then((module) => module.EvidenceDialog),
  { ssr: false },
);

interface EvidenceBarProps {
  transactions: readonly ArchiveListItem[];
  filters: ArchiveFilters;
  /** How many the filters find. */
  found: number | undefined;
  isMaking: boolean;
  onMake: (isMaking: boolean) => void;
  onAdd: (more: readonly ArchiveListItem[]) => void;
  onClear: () => void;
}

/** Floats over the foot of the list: how many are chosen, and what can be made of them. */
export function EvidenceBar(props: EvidenceBarProps) {
  const { filters, found, isMaking, onAdd, onClear, onMake, transactions } = props;
  const [reading, setReading] = useState<'no' | 'now' | 'failed'>('no');
  const most = mostTransactionsInEvidence;
  const chooseAll = async () => {
    setReading('now');
    await readAllTransactions(filters, most).then(
      (all) => {
        onAdd(all);
        setReading('no');
      },
      () => setReading('failed'),
    );
  };
  return (
    <section aria-label="Chosen transactions" data-print="no" className="bulk-bar">
      <p role="status" className="min-w-0 flex-1">
        <strong className="font-strong tabular">{formatCount(transactions.length)} chosen</strong>
        {reading === 'failed' && (
          <span className="ml-2 text-meta text-ink-2">The others could not be read.</span>
        )}
      </p>
      {found !== undefined && found > transactions.length && found <= most && (
        <Button size="sm" variant="quiet" busy={reading === 'now'} onClick={() => void chooseAll()}>
          Choose all {formatCount(found)}
        </Button>
      )}
      <Button
        size="sm"
        icon={<FileCheck2 />}
        notNow={transactions.length > most ? `At most ${formatCount(most)} in one package` : undefined}
        onClick={() => onMake(true)}
      >
        Make evidence… <Kbd>E</Kbd>
      </Button>
      <Button size="sm" variant="quiet" onClick={onClear}>
        Clear
      </Button>
      {isMaking && (
        <EvidenceDialog
          of={{ transactions: transactions.map(({ id, profileId }) => ({ profileId, id })) }}
          onMade={onClear}
          onClose={() => onMake(false)}
        />
      )}
    </section>
  );
}
