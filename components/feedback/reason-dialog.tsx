'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select } from '@/components/ui/field';
import { type ApiError, asApiError } from '@/lib/client/api-error';
import type { DownloadWatch, RowsSoFar } from '@/lib/client/download-file';
import { ErrorState } from './error-state';
import { RowsWritten } from './rows-written';

interface ReasonDialogProps<R extends string> {
  title: string;
  /** What leaves, and what is recorded of it. */
  description: ReactNode;
  /** The reasons to choose from, by what the endpoint calls them. */
  reasons: Record<R, string>;
  act?: string;
  /** Rejects with what is shown in the dialog. */
  onSend: (reason: R, watch: DownloadWatch) => Promise<void>;
  /** After it; closes unless something else is to be shown. */
  onSent?: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks for a recorded reason before data leaves the console. */
export function ReasonDialog<R extends string>(props: ReasonDialogProps<R>) {
  const { title, description, reasons, act = 'Export', onSend, onClose, onSent = onClose, children } = props;
  const [reason, setReason] = useState<R>();
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [soFar, setSoFar] = useState<RowsSoFar>();
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);
  const isReason = (value: string): value is R => Object.hasOwn(reasons, value);

  const send = async () => {
    setTried(true);
    if (reason === undefined) return;
    setBusy(true);
    setError(undefined);
    setSoFar(undefined);
    stopper.current = new AbortController();
    try {
      await onSend(reason, { signal: stopper.current.signal, onRows: setSoFar });
      onSent();
    } catch (failure) {
      setError(asApiError(failure));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={title}
      description={<p>{description}</p>}
      onSubmit={() => void send()}
      onClose={onClose}
      busy={isBusy}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={isBusy}>
            {isBusy ? 'Exporting' : act}
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
            {Object.entries<string>(reasons).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {children}
      {isBusy && soFar && <RowsWritten soFar={soFar} />}
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
