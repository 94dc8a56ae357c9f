import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { countOf, formatCount } from '@/lib/format/counts';

/** Transfers that another program made are read from Wise one by one. */
export function ElsewhereProgress({ group, read }: { group: BatchGroupDetail; read: number | undefined }) {
  const all = group.rows.inGroup;
  if (group.origin !== 'wise' || read === undefined || read >= all) return null;
  return (
    <section aria-label="Progress" className="flex-none border-b border-line px-(--gutter) pt-3 pb-3.5">
      <p className="mb-[7px] font-strong">
        {formatCount(read)} of {countOf(all, 'transfer')} {all === 1 ? 'is' : 'are'} read from Wise
      </p>
      <div
        role="progressbar"
        aria-label="Transfers read from Wise"
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={read}
        className="h-2.5 overflow-hidden rounded-sm bg-line-soft"
      >
        <div className="h-full bg-busy" style={{ width: `${(read / all) * 100}%` }} />
      </div>
      <p className="mt-1.5 text-meta text-ink-2">You can leave this page.</p>
    </section>
  );
}
