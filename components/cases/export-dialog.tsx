'use client';
import { ReasonDialog } from '@/components/feedback/reason-dialog';
import { exportReasonWords } from '@/lib/catalogues/export-reasons';
import { type CasesState, filtersOfCases } from '@/lib/client/cases/cases-state';
import { downloadFile } from '@/lib/client/download-file';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { exportCases } from '@/lib/contracts/cases';
import { countOf } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';

interface ExportDialogProps {
  state: CasesState;
  total: number | undefined;
  onClose: () => void;
}

export function ExportDialog({ state, total, onClose }: ExportDialogProps) {
  const timeZone = useTimeZone();
  return (
    <ReasonDialog
      title={total === undefined ? 'Export these cases?' : `Export ${countOf(total, 'case')}?`}
      description={`A CSV file of what the filters find, by the time they are due, with the true reasons and without what is written in the cases. Times in ${zoneLabel(timeZone)}. Your name, the reason and the filters are recorded where compliance alone could read them. The file may not be shown to anybody else.`}
      reasons={exportReasonWords}
      onSend={(exportReason, watch) =>
        downloadFile(exportCases, { ...filtersOfCases(state), exportReason, timeZone }, { watch })
      }
      onClose={onClose}
    />
  );
}
