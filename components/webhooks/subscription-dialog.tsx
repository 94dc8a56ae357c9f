'use client';
import type { WebhookSubscription } from '@/lib/contracts/webhooks';
import { SubscribeDialog } from './subscribe-dialog';
import { UnsubscribeDialog } from './unsubscribe-dialog';

export type OpenSubscriptionDialog =
  | { kind: 'subscribe'; subscribed: WebhookSubscription[] }
  | { kind: 'unsubscribe'; subscription: WebhookSubscription };

interface SubscriptionDialogProps {
  open: OpenSubscriptionDialog;
  onClose: () => void;
}

export function SubscriptionDialog({ open, onClose }: SubscriptionDialogProps) {
  return open.kind === 'subscribe' ? (
    <SubscribeDialog subscribed={open.subscribed} onClose={onClose} />
  ) : (
    <UnsubscribeDialog subscription={open.subscription} onClose={onClose} />
  );
}
