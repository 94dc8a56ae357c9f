'use client';
import { ReasonDialog } from '@/components/feedback/reason-dialog';
import { exportReasonWords } from '@/lib/catalogues/export-reasons';
import { type CardOrdersState, toOrderFilters } from '@/lib/client/card-orders/list-state';
import { downloadFile } from '@/lib/client/download-file';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { exportCardOrders } from '@/lib/contracts/card-order-list';
import { countOf } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';

interface ExportDialogProps {
  state: CardOrdersState;
  rows: number | undefined;
  onClose: () => void;
}

export function ExportDialog({ state, rows, onClose }: ExportDialogProps) {
  const timeZone = useTimeZone();
  return (
    <ReasonDialog
      title={rows === undefined ? 'Export these card orders?' : `Export ${countOf(rows, 'card order')}?`}
      description={`A CSV file of what the filters find, in the shown order, times in ${zoneLabel(timeZone)}. Your name, the reason and the filters are recorded.`}
      reasons={exportReasonWords}
      onSend={(reason, watch) =>
        downloadFile(exportCardOrders, { ...toOrderFilters(state), reason, timeZone }, { watch })
      }
      onClose={onClose}
    />
  );
}
