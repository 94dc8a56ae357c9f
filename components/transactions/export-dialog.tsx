'use client';
import { ReasonDialog } from '@/components/feedback/reason-dialog';
import { type DownloadWatch, downloadFile } from '@/lib/client/download-file';
import type { TransactionFilters } from '@/lib/client/transactions/queries';
import { exportCardTransactions } from '@/lib/contracts/card-transactions';
import type { CardPath } from '@/lib/contracts/cards';
import type { QueryOf } from '@/lib/contracts/define-endpoint';

type Reason = NonNullable<QueryOf<typeof exportCardTransactions>>['reason'];
const reasons: Record<Reason, string> = {
  'customer-request': 'The customer asked',
  reconciliation: 'Reconciliation',
  investigation: 'Investigation',
  audit: 'Audit',
  reporting: 'Reporting',
};

interface ExportDialogProps {
  path: CardPath;
  filters: TransactionFilters;
  timeZone: string;
  onClose: () => void;
}

export function ExportDialog({ path, filters, timeZone, onClose }: ExportDialogProps) {
  const send = async (reason: Reason, watch: DownloadWatch) => {
    await downloadFile(exportCardTransactions, { ...filters, reason, timeZone }, { params: path, watch });
    onClose();
  };
  return (
    <ReasonDialog
      title="Export these transactions?"
      description="All that the filters find, with times in your zone. Your name, the reason and the filters are recorded."
      reasons={reasons}
      act="Export as CSV"
      busyAct="Exporting"
      onSend={send}
      onClose={onClose}
    />
  );
}
