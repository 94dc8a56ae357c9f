'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox, Field, Select } from '@/components/ui/field';
import { type ApiError, asApiError } from '@/lib/client/api-error';
import { type CardListState, usualColumns } from '@/lib/client/cards/list-state';
import { downloadFile } from '@/lib/client/download-file';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { exportCards } from '@/lib/contracts/cards';
import type { QueryOf } from '@/lib/contracts/define-endpoint';
import { countOf } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';
import { shownColumns } from './columns';

type Reason = NonNullable<QueryOf<typeof exportCards>>['reason'];
const reasons: Record<Reason, string> = {
  'customer-request': 'A customer asked',
  reconciliation: 'Reconciliation',
  investigation: 'Investigation',
  audit: 'Audit',
  reporting: 'Reporting',
};
const isReason = (value: string): value is Reason => Object.hasOwn(reasons, value);

interface ExportDialogProps {
  state: CardListState;
  rows: number | undefined;
  onClose: () => void;
}

export function ExportDialog({ state, rows, onClose }: ExportDialogProps) {
  const timeZone = useTimeZone();
  const [reason, setReason] = useState<Reason>();
  const [includePhone, setIncludePhone] = useState(false);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();

  const send = async () => {
    setTried(true);
    if (reason === undefined) return;
    setBusy(true);
    setError(undefined);
    const columns = shownColumns(state.columns, usualColumns).flatMap(({ exportAs }) => exportAs || []);
    try {
      await downloadFile(exportCards, {
        ...state.filters,
        reason,
        includePhone: includePhone ? 'true' : 'false',
        timeZone,
        columns: columns.join(','),
      });
      onClose();
    } catch (failure) {
      setError(asApiError(failure));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={rows === undefined ? 'Export these cards?' : `Export ${countOf(rows, 'card')}?`}
      description={
        <p>
          A CSV file of what the filters find, in the shown order and columns, times in {zoneLabel(timeZone)}.
          Your name, the reason and the filters are recorded.
        </p>
      }
      onSubmit={() => void send()}
      onClose={onClose}
      busy={isBusy}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={isBusy}>
            {isBusy ? 'Exporting' : 'Export'}
          </Button>
        </>
      }
    >
      <Field
        label="Reason, kept in the audit trail"
        error={isTried && reason === undefined ? 'Choose a reason.' : undefined}
      >
        {(parts) => (
          <Select
            {...parts}
            value={reason ?? ''}
            onChange={({ target }) => setReason(isReason(target.value) ? target.value : undefined)}
          >
            <option value="">Choose</option>
            {Object.entries(reasons).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Checkbox
        label="With full phone numbers"
        hint="Without it they are masked."
        checked={includePhone}
        onChange={(event) => setIncludePhone(event.target.checked)}
      />
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
