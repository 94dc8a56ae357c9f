'use client';
import { ReasonDialog } from '@/components/feedback/reason-dialog';
import { exportReasonWords } from '@/lib/catalogues/export-reasons';
import { downloadFile } from '@/lib/client/download-file';
import type { TransactionFilters } from '@/lib/client/transactions/queries';
import { exportCardTransactions } from '@/lib/contracts/card-transactions';
import type { CardPath } from '@/lib/contracts/cards';
import { zoneLabel } from '@/lib/format/times';

interface ExportDialogProps {
  path: CardPath;
  filters: TransactionFilters;
  timeZone: string;
  onClose: () => void;
}

export function ExportDialog({ path, filters, timeZone, onClose }: ExportDialogProps) {
  return (
    <ReasonDialog
      title="Export these transactions?"
      description={`A CSV file of what the filters find on this card, times in ${zoneLabel(timeZone)}. Your name, the reason and the filters are recorded.`}
      reasons={exportReasonWords}
      onSend={(reason, watch) =>
        downloadFile(exportCardTransactions, { ...filters, reason, timeZone }, { params: path, watch })
      }
      onClose={onClose}
    />
  );
}
