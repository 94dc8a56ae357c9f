'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { useShowPayIn } from '@/lib/client/batch-groups/funding';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';

export type ShowingPayIn = ReturnType<typeof useShowPayIn>['showing'];

interface PayInDialogProps {
  group: BatchGroupDetail;
  showing: ShowingPayIn;
  onClose: () => void;
}

export function PayInDialog({ group, showing, onClose }: PayInDialogProps) {
  return (
    <Dialog
      title={`Pay “${group.name}” by bank transfer?`}
      description={
        <p>
          Shows the account and the reference to send the money to. Whoever has seen them may send it, so from
          then on the group is paid that way only: the balance is closed for it, and it can no longer be
          cancelled.
        </p>
      }
      onSubmit={() => {
        if (!showing.isPending) showing.mutate(undefined, { onSuccess: onClose });
      }}
      onClose={onClose}
      busy={showing.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            Keep other ways open
          </Button>
          <Button type="submit" variant="dangerFill" busy={showing.isPending}>
            {showing.isPending ? 'Asking Wise' : 'Show the pay-in details'}
          </Button>
        </>
      }
    >
      {showing.error && <ErrorState error={showing.error} />}
    </Dialog>
  );
}
