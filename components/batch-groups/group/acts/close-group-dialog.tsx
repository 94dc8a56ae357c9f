'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { KeyValues } from '@/components/ui/facts';
import { useCompleteBatchGroup } from '@/lib/client/batch-groups/mutations';
import { useIntent } from '@/lib/client/use-intent';
import { countOf, formatCount } from '@/lib/format/counts';
import { formatMoney } from '@/lib/format/money';
import type { ActDialogProps } from './act-dialog';

export function CloseGroupDialog({ group, path, onClose }: ActDialogProps) {
  // Wise's version as it was seen: where the group is another by now, Wise is not asked.
  const [{ name, rows, sourceCurrency, totals, wiseVersion }] = useState(group);
  const closing = useCompleteBatchGroup(path);
  const complete = useIntent(closing);
  // What was read here is not what Wise has: sent again it would be refused again.
  const hasChanged = closing.error?.code === 'batch_changed_at_wise';
  const send = async () => {
    if (hasChanged) return;
    if (wiseVersion !== null && (await complete({ wiseVersion }))) onClose();
  };
  return (
    <Dialog
      title={`Close “${name}”?`}
      description={
        <p>
          No transfer can be added or taken out afterwards. The group can then be funded; no money moves by
          closing it.
        </p>
      }
      onSubmit={() => void send()}
      onClose={onClose}
      busy={closing.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {hasChanged ? 'Look at the group' : 'Keep it open'}
          </Button>
          {!hasChanged && (
            <Button type="submit" variant="primary" busy={closing.isPending}>
              {closing.isPending ? 'Asking Wise' : `Close with ${countOf(rows.inGroup, 'transfer')}`}
            </Button>
          )}
        </>
      }
    >
      <KeyValues
        items={[
          { label: 'Transfers', value: formatCount(rows.inGroup) },
          ...(group.origin === 'console'
            ? [
                { label: 'They take', value: formatMoney(totals.inGroup, sourceCurrency) },
                { label: 'Fees in it', value: formatMoney(totals.fees, sourceCurrency) },
              ]
            : []),
          { label: 'Rows left out', value: formatCount(rows.leftOut) },
        ]}
      />
      {closing.error && <ErrorState error={closing.error} />}
    </Dialog>
  );
}
