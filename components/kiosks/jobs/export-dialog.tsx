'use client';
import { ReasonDialog } from '@/components/feedback/reason-dialog';
import { exportReasonWords } from '@/lib/catalogues/export-reasons';
import { downloadFile } from '@/lib/client/download-file';
import { type JobsState, toJobFilters } from '@/lib/client/kiosks/jobs-state';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { exportPrintJobs } from '@/lib/contracts/print-jobs';
import { zoneLabel } from '@/lib/format/times';

export function ExportDialog({ state, onClose }: { state: JobsState; onClose: () => void }) {
  const timeZone = useTimeZone();
  return (
    <ReasonDialog
      title="Export these print jobs?"
      description={`A CSV file of what the filters find, newest first, times in ${zoneLabel(timeZone)}, without the holders’ names. Your name, the reason and the filters are recorded.`}
      reasons={exportReasonWords}
      onSend={(reason, watch) =>
        downloadFile(exportPrintJobs, { ...toJobFilters(state), reason, timeZone }, { watch })
      }
      onClose={onClose}
    />
  );
}
