'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { revealReasons } from '@/lib/catalogues/reveals';
import { useWithdraw } from '@/lib/client/approvals/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { PinApproval } from '@/lib/contracts/approvals';
import type { Card } from '@/lib/contracts/cards';
import { formatHourMinute } from '@/lib/format/times';
import { CardNamed } from '../status-dialogs/parts';

interface PinWaitsProps {
  approval: PinApproval;
  card: Card;
  onClose: () => void;
}

export function PinWaits({ approval: { id, expiresAt, reason, ticket }, card, onClose }: PinWaitsProps) {
  const timeZone = useTimeZone();
  const withdraw = useWithdraw(id);
  return (
    <Dialog
      title="Waits for a second person"
      description={
        <p>
          <CardNamed card={card} /> {revealReasons[reason]}, ticket {ticket}.
        </p>
      }
      onClose={onClose}
      busy={withdraw.isPending}
      footer={
        <>
          <Button variant="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
            Withdraw
          </Button>
          <Button data-autofocus onClick={onClose}>
            Close, let it wait
          </Button>
        </>
      }
    >
      <Notice tone="busy" title="Nobody has answered yet.">
        Somebody who may decide sees it in their approvals until {formatHourMinute(expiresAt, timeZone)}. This
        goes on by itself once they agree; you can leave it and come back.
      </Notice>
      {withdraw.error && <ErrorState error={withdraw.error} />}
    </Dialog>
  );
}
