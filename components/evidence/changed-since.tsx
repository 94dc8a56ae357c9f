import { StatusMark } from '@/components/ui/status';
import type { EvidenceRecord } from '@/lib/contracts/evidence';
import { countOf } from '@/lib/format/counts';

/** A package tells what was known then. */
export function ChangedSince({ changedSince }: Pick<EvidenceRecord, 'changedSince'>) {
  if (changedSince === 0) return <span className="text-ink-3">as it was</span>;
  return (
    <StatusMark
      look={{
        word: `${countOf(changedSince, 'transaction')} changed since`,
        tone: 'warn',
        mark: 'needs-a-hand',
      }}
    />
  );
}
