'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useProposeCode } from '@/lib/client/new-codes/queries';
import type { NewCode } from '@/lib/contracts/new-codes';

interface TakeBackDialogProps {
  shown: NewCode;
  onClose: () => void;
  onAsked: (approvalId: string) => void;
}

export function TakeBackDialog({ shown, onClose, onAsked }: TakeBackDialogProps) {
  const propose = useProposeCode(shown);
  return (
    <Dialog
      title="Take back what this code means?"
      description={
        <p className="wrap-anywhere">
          Once a second person of compliance agrees, nobody but compliance reads {shown.code} any more, in
          payments told before as well. What was read or said until then stays known.
        </p>
      }
      onSubmit={() => propose.mutate(null, { onSuccess: ({ approvalId }) => onAsked(approvalId) })}
      onClose={onClose}
      busy={propose.isPending}
      footer={
        <>
          <Button onClick={onClose}>Leave as it is</Button>
          <Button type="submit" variant="primary" busy={propose.isPending}>
            {propose.isPending ? 'Asking' : 'Ask a second person'}
          </Button>
        </>
      }
    >
      {propose.error && <ErrorState error={propose.error} />}
    </Dialog>
  );
}
