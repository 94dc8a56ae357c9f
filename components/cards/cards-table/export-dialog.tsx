'use client';
import { useState } from 'react';
import { ReasonDialog } from '@/components/feedback/reason-dialog';
import { Checkbox } from '@/components/ui/field';
import { type ExportReason, exportReasonWords } from '@/lib/catalogues/export-reasons';
import { type CardListState, usualColumns } from '@/lib/client/cards/list-state';
import { type DownloadWatch, downloadFile } from '@/lib/client/download-file';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { exportCards } from '@/lib/contracts/cards';
import { countOf } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';
import { shownColumns } from './columns';

interface ExportDialogProps {
  state: CardListState;
  rows: number | undefined;
  onClose: () => void;
}

export function ExportDialog({ state, rows, onClose }: ExportDialogProps) {
  const timeZone = useTimeZone();
  const [includePhone, setIncludePhone] = useState(false);

  const send = (reason: ExportReason, watch: DownloadWatch) => {
    const columns = shownColumns(state.columns, usualColumns).flatMap(({ exportAs }) => exportAs || []);
    return downloadFile(
      exportCards,
      {
        ...state.filters,
        reason,
        includePhone: includePhone ? 'true' : 'false',
        timeZone,
        columns: columns.join(','),
      },
      { watch },
    );
  };

  return (
    <ReasonDialog
      title={rows === undefined ? 'Export these cards?' : `Export ${countOf(rows, 'card')}?`}
      description={`A CSV file of what the filters find, in the shown order and columns, times in ${zoneLabel(timeZone)}. Your name, the reason and the filters are recorded.`}
      reasons={exportReasonWords}
      onSend={send}
      onClose={onClose}
    >
      <Checkbox
        label="With full phone numbers"
        hint="Without it they are masked."
        checked={includePhone}
        onChange={(event) => setIncludePhone(event.target.checked)}
      />
    </ReasonDialog>
  );
}
