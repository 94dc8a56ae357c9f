'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useRunBatchGroup } from '@/lib/client/batch-groups/mutations';
import { useIntent } from '@/lib/client/use-intent';
import { countOf, formatCount } from '@/lib/format/counts';
import { Sums } from '../side/sums';
import type { ActDialogProps } from './act-dialog';

export function SendDialog({ group, path, onClose }: ActDialogProps) {
  // What was read is what is asked for: were it to change while the dialog is open, the server would refuse it.
  const [{ name, newPayees, profileName, rows, totals, version }] = useState(group);
  const running = useRunBatchGroup(path);
  const run = useIntent(running);
  const ready = rows.waiting + rows.sending + rows.askingWise + rows.refused;
  const send = async () => {
    if (await run({ version })) onClose();
  };
  return (
    <Dialog
      title={`Send ${countOf(ready, 'row')} of “${name}”?`}
      description={
        <p>
          Sends {countOf(ready, 'row')} to Wise for {profileName}: a recipient, a quote and a transfer for
          each. No money moves before the group is funded.
        </p>
      }
      onSubmit={() => void send()}
      onClose={onClose}
      busy={running.isPending}
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button type="submit" variant="primary" busy={running.isPending} data-autofocus>
            {running.isPending ? 'Beginning' : `Send ${countOf(ready, 'row')}`}
          </Button>
        </>
      }
    >
      <Sums sums={totals.toCome} />
      <ul className="grid gap-0.5 text-meta text-ink-2">
        {newPayees > 0 && (
          <li>
            {countOf(newPayees, 'payee')} {newPayees === 1 ? 'is' : 'are'} new to Wise.
          </li>
        )}
        {rows.refused > 0 && (
          <li>{countOf(rows.refused, 'row')} that Wise refused before among them: tried again.</li>
        )}
        {rows.heldBack > 0 && (
          <li>
            {countOf(rows.heldBack, 'row stays', 'rows stay')} held back. Once mended, they are sent like the
            others.
          </li>
        )}
        {rows.leftOut > 0 && <li>{formatCount(rows.leftOut)} left out.</li>}
      </ul>
      {running.error && <ErrorState error={running.error} />}
    </Dialog>
  );
}
