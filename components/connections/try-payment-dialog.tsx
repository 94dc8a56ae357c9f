'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useTryPayment } from '@/lib/client/connections/mutations';
import type { ConnectionDetails } from '@/lib/contracts/connections';
import { noticeOfTrial } from './connection-words';

interface TryPaymentDialogProps {
  connectionId: string;
  profile: Pick<ConnectionDetails['profileList'][number], 'id' | 'name'>;
  onClose: () => void;
}

export function TryPaymentDialog({ connectionId, profile, onClose }: TryPaymentDialogProps) {
  const trial = useTryPayment(connectionId);
  const { data, error, isPending } = trial;
  const told = data && noticeOfTrial(data);
  return (
    <Dialog
      title={`Try a payment of ${profile.name}?`}
      description={
        <p>
          Sets up one payment of 100 to a saved recipient, in a group of its own, and cancels the group at
          once. It is never paid: no money moves. Wise may tell the profile’s owner of it.
        </p>
      }
      onClose={onClose}
      onSubmit={() => trial.mutate({ profileId: profile.id })}
      busy={isPending}
      footer={
        <>
          <Button onClick={onClose}>{data ? 'Close' : 'Do not try'}</Button>
          {!data && (
            <Button type="submit" variant="primary" busy={isPending}>
              {isPending ? 'Trying' : 'Try it'}
            </Button>
          )}
        </>
      }
    >
      {told && (
        <Notice tone={told.tone} title={told.title}>
          <p>{told.text}</p>
          {data.leftAtWise !== null && (
            <p>
              The group <span className="code">{data.leftAtWise}</span> could not be cancelled. Nothing in it
              is paid, and Wise ends the payment itself after 14 days.
            </p>
          )}
        </Notice>
      )}
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
