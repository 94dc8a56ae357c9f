import type { StatusLook } from './statuses.ts';

/** waiting: not taken in yet; failing: tried, and tried again later; done: taken in, whatever came of it */
export const deliveryStates = ['waiting', 'failing', 'done'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryStateLooks: Record<DeliveryState, StatusLook> = {
  waiting: { word: 'Waiting', tone: 'busy', mark: 'waits' },
  failing: { word: 'Tried again later', tone: 'warn', mark: 'needs-a-hand' },
  done: { word: 'Taken in', tone: 'good', mark: 'works' },
};

/** Why a delivery was turned away. Nothing signed ever is, but for its size. */
export const refusalWords: Readonly<Record<string, string>> = {
  webhook_signature_wrong: 'missing or false signature',
  body_too_large: 'over 1 MiB',
  method_not_allowed: 'not sent by POST',
};
