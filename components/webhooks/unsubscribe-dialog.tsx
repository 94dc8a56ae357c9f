'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { wordsOfWebhookEvent } from '@/lib/catalogues/webhook-events';
import { useUnsubscribe } from '@/lib/client/webhooks/mutations';
import type { WebhookSubscription } from '@/lib/contracts/webhooks';

interface UnsubscribeDialogProps {
  subscription: WebhookSubscription;
  onClose: () => void;
}

const shortest = 3;

export function UnsubscribeDialog({ subscription, onClose }: UnsubscribeDialogProps) {
  const end = useUnsubscribe(subscription.id);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = reason.trim().length < shortest;
  const send = () => {
    setTried(true);
    if (!isMissing) end.mutate({ reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={`Delete “${subscription.name}”?`}
      description={<p>{sayWhatThen(subscription)}</p>}
      onSubmit={send}
      onClose={onClose}
      busy={end.isPending}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button type="submit" variant="dangerFill" busy={end.isPending}>
            {end.isPending ? 'Deleting' : 'Delete'}
          </Button>
        </>
      }
    >
      <TextField
        label="Reason, kept in the audit trail"
        error={isTried && isMissing ? 'Say why, in three letters or more.' : undefined}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      {end.error && <ErrorState error={end.error} />}
    </Dialog>
  );
}

function sayWhatThen({ eventType, isKept, isOurs, url }: WebhookSubscription): string {
  const event = wordsOfWebhookEvent(eventType);
  if (!isOurs)
    return `Wise no longer tells ${url}: ${event}. That is another system’s; ask whoever runs it first.`;
  if (isKept)
    return `Wise no longer tells the console by itself: ${event}. The console needs to be told and subscribes anew within the hour; until then it finds out by reading.`;
  return `Wise no longer tells the console: ${event}. What has come stays.`;
}
