'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { approvalKinds } from '@/lib/catalogues/approval-kinds';
import { useWithdraw } from '@/lib/client/approvals/queries';
import type { Approval } from '@/lib/contracts/approvals';

interface WithdrawDialogProps {
  approval: Approval;
  onClose: () => void;
}

export function WithdrawDialog({ approval: { id, kind, subject }, onClose }: WithdrawDialogProps) {
  const withdraw = useWithdraw(id);
  return (
    <Dialog
      title="Withdraw this request?"
      description={
        <p>
          {approvalKinds[kind].title}: {subject}. Nobody can approve it any more, and nothing is changed. It
          can be asked for again.
        </p>
      }
      onSubmit={() => withdraw.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
      busy={withdraw.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            Let it wait
          </Button>
          <Button type="submit" variant="primary" busy={withdraw.isPending}>
            {withdraw.isPending ? 'Sending' : 'Withdraw'}
          </Button>
        </>
      }
    >
      {withdraw.error && <ErrorState error={withdraw.error} />}
    </Dialog>
  );
}
