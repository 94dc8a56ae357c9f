'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useDeleteView } from '@/lib/client/views/mutations';
import { useTeam } from '@/lib/client/views/use-team';
import type { SavedView } from '@/lib/contracts/views';
import { lossOf } from './edit-view-dialog';

interface DeleteViewDialogProps {
  view: SavedView;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteViewDialog({ view, onClose, onDeleted }: DeleteViewDialogProps) {
  const remove = useDeleteView(view);
  const team = useTeam();
  return (
    <Dialog
      title={`Delete “${view.name}”?`}
      description={
        <p>
          {view.isShared ? `It is gone for ${team}. ${lossOf(view)}` : 'Only you have it.'} The list keeps the
          filters it shows now.
        </p>
      }
      onSubmit={() => remove.mutate(undefined, { onSuccess: onDeleted })}
      onClose={onClose}
      busy={remove.isPending}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            Keep it
          </Button>
          <Button type="submit" variant="dangerFill" busy={remove.isPending}>
            {remove.isPending ? 'Deleting' : 'Delete view'}
          </Button>
        </>
      }
    >
      {remove.error && <ErrorState error={remove.error} />}
    </Dialog>
  );
}
