'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { type ApiError, asApiError } from '@/lib/client/api-error';
import { downloadFile } from '@/lib/client/download-file';
import { exportAudit } from '@/lib/contracts/audit';
import type { QueryOf } from '@/lib/contracts/define-endpoint';

type Reason = NonNullable<QueryOf<typeof exportAudit>>['reason'];
const reasons: Record<Reason, string> = {
  regulator: 'A regulator asked',
  'internal-audit': 'Internal audit',
  investigation: 'Investigation',
  routine: 'Routine copy',
};
const isReason = (value: string): value is Reason => Object.hasOwn(reasons, value);

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const [reason, setReason] = useState<Reason>();
  const [isTried, setTried] = useState(false);
  const [state, setState] = useState<'open' | 'busy' | 'saved'>('open');
  const [error, setError] = useState<ApiError>();

  const send = async () => {
    setTried(true);
    if (reason === undefined) return;
    setState('busy');
    setError(undefined);
    try {
      await downloadFile(exportAudit, { reason });
      setState('saved');
    } catch (failure) {
      setError(asApiError(failure));
      setState('open');
    }
  };

  if (state === 'saved') {
    return (
      <Dialog
        title="The trail is saved"
        onClose={onClose}
        footer={
          <Button variant="primary" data-autofocus onClick={onClose}>
            Close
          </Button>
        }
      >
        <Notice tone="good" title="Saved as audit-trail.jsonl.">
          Check it with <code className="code">npm run verify-audit FILE</code>, without this console and
          without a network. Keep the public key from this page apart from the file.
        </Notice>
      </Dialog>
    );
  }
  return (
    <Dialog
      title="Export the whole trail?"
      description={
        <p>
          Every row from the first to the newest, with the signed heads between, whatever the filters say.
          Your name and the reason are recorded.
        </p>
      }
      onSubmit={() => void send()}
      onClose={onClose}
      busy={state === 'busy'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={state === 'busy'}>
            {state === 'busy' ? 'Exporting' : 'Export the trail'}
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
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
