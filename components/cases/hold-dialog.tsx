'use client';
import { useQueryClient } from '@tanstack/react-query';
import { PlaceHoldDialog } from '@/components/cards/holds/place-hold-dialog';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useCard } from '@/lib/client/cards/queries';
import type { CaseDetail } from '@/lib/contracts/cases';

/** Holds a case's card for compliance, as its own page would; the case tells of it. Mounted means open. */
export function HoldDialog({ shown, onClose }: { shown: CaseDetail; onClose: () => void }) {
  const { cardToken, profileId } = shown;
  const client = useQueryClient();
  const { data, error, isFetching, refetch } = useCard({ profileId, cardToken });
  if (data)
    return (
      <PlaceHoldDialog
        card={data}
        onClose={onClose}
        onDone={() => void client.invalidateQueries({ queryKey: ['cases'] })}
      />
    );
  return (
    <Dialog
      title="Hold this card until reviewed?"
      description={<p>{error ? 'Nothing was changed.' : 'Asking Wise how the card stands.'}</p>}
      onSubmit={() => void refetch()}
      onClose={onClose}
      busy={isFetching}
      footer={<Button onClick={onClose}>Do not hold</Button>}
    >
      {error && (
        <ErrorState
          error={error}
          title="The card could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
    </Dialog>
  );
}
