import type { WebhookEventType } from '@/lib/catalogues/webhook-events';

/** How the console finds out that a delivery of a kind did not come. */
export const lookWords: Partial<Record<WebhookEventType, string>> = {
  'cards#card-status-change':
    'Every card is read each ten minutes. A change found by that reading should have been told.',
  'cards#card-order-status-change':
    'Every order is read each ten minutes. A change found by that reading should have been told.',
  'cards#card-production-status-change': 'Each look reads the prints that are not over.',
  'balances#update': 'Each look reads what a balance holds and compares it with its newest delivery.',
};

/** Kinds whose facts are read by a job of their own: a missed delivery costs time there, and is not counted. */
export const readAnyway: readonly WebhookEventType[] = [
  'transfers#state-change',
  'transfers#refund',
  'batch-payment-initiations#state-change',
];
