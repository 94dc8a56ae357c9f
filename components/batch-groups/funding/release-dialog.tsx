'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useReleaseFunding } from '@/lib/client/batch-groups/funding';
import type { BatchFunding } from '@/lib/contracts/batch-funding';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';

interface ReleaseDialogProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  way: NonNullable<BatchFunding['funding']>['way'];
  onClose: () => void;
}

const texts = {
  BANK_TRANSFER: {
    title: (name: string) => `Was no wire sent for “${name}”?`,
    text: 'Asks a second person to say so, too. Then the group can be paid from the balance, or cancelled. A wire that was sent all the same would pay it twice: look at the bank account first.',
    safe: 'Leave it as it is',
    send: 'Say that no wire was sent',
  },
  BALANCE: {
    title: (name: string) => `Release the funding of “${name}”?`,
    text: 'Asks another administrator to agree that no money moved. Then the group can be funded and cancelled again. If the balance was debited all the same, it could be paid twice: look at the balance at Wise first.',
    safe: 'Keep it closed',
    send: 'Ask another administrator',
  },
  DIRECT_DEBIT: {
    title: (name: string) => `Release the funding of “${name}”?`,
    text: 'Asks another administrator to agree that no account was debited. Then the group can be funded and cancelled again. If the direct debit is on its way all the same, it could be paid twice: ask Wise, and look at the account, first.',
    safe: 'Keep it closed',
    send: 'Ask another administrator',
  },
} as const;

export function ReleaseDialog({ group, path, way, onClose }: ReleaseDialogProps) {
  const releasing = useReleaseFunding(path);
  const { safe, send, text, title } = texts[way];
  return (
    <Dialog
      title={title(group.name)}
      description={<p>{text}</p>}
      onSubmit={() => {
        if (!releasing.isPending) releasing.mutate(undefined, { onSuccess: onClose });
      }}
      onClose={onClose}
      busy={releasing.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {safe}
          </Button>
          <Button type="submit" variant="dangerFill" busy={releasing.isPending}>
            {releasing.isPending ? 'Asking' : send}
          </Button>
        </>
      }
    >
      {releasing.error && <ErrorState error={releasing.error} />}
    </Dialog>
  );
}
