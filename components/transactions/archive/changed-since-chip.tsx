'use client';
import { FilterChip } from '@/components/ui/filter-chip';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { useExport } from '@/lib/client/transaction-exports/queries';
import { formatTableTime } from '@/lib/format/times';

/** The export whose changed rows are looked at: when it was, and whose where it is somebody else’s. */
export function ChangedSinceChip({ exportId, onRemove }: { exportId: string; onRemove: () => void }) {
  const timeZone = useTimeZone();
  const { data } = useExport(exportId);
  const words = data
    ? `${formatTableTime(data.exportedAt, timeZone)}${data.isOwn ? '' : ` by ${data.by}`}`
    : exportId.slice(0, 8);
  return <FilterChip field="Changed since export" values={[words]} onRemove={onRemove} />;
}
