'use client';
import { Checkbox } from '@/components/ui/field';
import { FilterChip } from '@/components/ui/filter-chip';
import { FilterGroup } from '@/components/ui/filter-group';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { useExport } from '@/lib/client/transaction-exports/queries';
import { formatTableTime } from '@/lib/format/times';

interface ChangedSinceProps {
  exportId: string;
  onRemove: () => void;
}

const field = 'Changed since export';

/** When the export was, and whose where it is somebody else’s. */
function useExportName(exportId: string): string {
  const timeZone = useTimeZone();
  const { data } = useExport(exportId);
  if (!data) return exportId.slice(0, 8);
  return `${formatTableTime(data.exportedAt, timeZone)}${data.isOwn ? '' : ` by ${data.by}`}`;
}

/** The export whose changed rows are looked at, above the list. */
export function ChangedSinceChip({ exportId, onRemove }: ChangedSinceProps) {
  return <FilterChip field={field} values={[useExportName(exportId)]} onRemove={onRemove} />;
}

/** The same among the filters. */
export function ChangedSinceBox({ exportId, onRemove }: ChangedSinceProps) {
  return (
    <FilterGroup name={field}>
      <Checkbox label={useExportName(exportId)} checked onChange={onRemove} />
    </FilterGroup>
  );
}
