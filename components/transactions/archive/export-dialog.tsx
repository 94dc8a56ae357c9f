'use client';
import { ReasonDialog } from '@/components/feedback/reason-dialog';
import { exportReasonWords } from '@/lib/catalogues/export-reasons';
import { downloadFile } from '@/lib/client/download-file';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { type ArchiveState, toArchiveFilters } from '@/lib/client/transactions/archive-state';
import { exportTransactions, type TransactionsList } from '@/lib/contracts/transactions';
import { countOf, formatCount } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';

interface ExportDialogProps {
  state: ArchiveState;
  head: TransactionsList | undefined;
  onClose: () => void;
}

export function ExportDialog({ state, head, onClose }: ExportDialogProps) {
  const timeZone = useTimeZone();
  return (
    <ReasonDialog
      title={titleFor(head)}
      description={`A CSV file of what the filters find, in the shown order, times in ${zoneLabel(timeZone)}. Your name, the reason and the filters are recorded.`}
      reasons={exportReasonWords}
      onSend={(reason, watch) =>
        downloadFile(
          exportTransactions,
          { ...toArchiveFilters(state, timeZone), reason, timeZone },
          { watch },
        )
      }
      onClose={onClose}
    />
  );
}

function titleFor(head: TransactionsList | undefined): string {
  if (!head) return 'Export these transactions?';
  return head.isTotalCapped
    ? `Export more than ${formatCount(head.total)} transactions?`
    : `Export ${countOf(head.total, 'transaction')}?`;
}
