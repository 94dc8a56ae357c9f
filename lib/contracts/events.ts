import { defineEndpoint } from './define-endpoint.ts';

/**
 * What the event stream carries: ids only, the page reads the rest through its own endpoints.
 * `hello` comes first on every connection; `live: false` in it means events are being caught up.
 */
export type ConsoleEvent =
  | { type: 'hello'; live: boolean }
  | { type: 'card.changed'; profileId: string; cardToken: string }
  /** `isHidden`: only to compliance, since nobody else reads what changed of it. */
  | {
      type: 'card-transaction.changed';
      profileId: string;
      cardToken: string;
      transactionId: string;
      isHidden?: true | undefined;
    }
  | { type: 'bulk.changed'; bulkId: string }
  | { type: 'batch.changed'; batchGroupId: string }
  | { type: 'cards.synced' }
  | { type: 'card-order.changed'; profileId: string; orderId: string }
  /** What Wise tells of a card's printing changed, or an attempt was made. */
  | { type: 'production.changed'; profileId: string; cardToken: string }
  /** Money came to a balance of this profile or left it, or a balance was opened or closed. */
  | { type: 'balances.changed'; profileId: string }
  /** The register of branches and kiosks, or what is counted there. */
  | { type: 'branch.changed'; branchId: string }
  /** A delivery came or was worked through, or a subscription changed. */
  | { type: 'webhooks.changed' }
  /** One was made, broke, works again or was withdrawn, or Wise deactivated a profile. */
  | { type: 'connections.changed' }
  /** Only to those whose hold it is, or was until now, where others see no difference. */
  | { type: 'hold.changed'; profileId: string; cardToken: string; holdId: string; wasOpen: boolean }
  /** Only to those who may know of it. */
  | { type: 'approvals.changed'; approvalId: string }
  | { type: 'approval-rules.changed' }
  /** Only to compliance. */
  | { type: 'cases.changed' }
  | { type: 'desk-rules.changed' }
  /** What has passed its time goes, or has gone. */
  | { type: 'retention.changed' }
  | { type: 'new-codes.changed' }
  /** What everybody reads of some code is another. */
  | { type: 'decline-reasons.changed' }
  /** Only to those who share views. */
  | { type: 'views.changed'; team: string }
  | { type: 'staff.changed' }
  | { type: 'sessions.changed' }
  | { type: 'session.ended' };
export type ConsoleEventType = ConsoleEvent['type'];

/** Server-sent events; `Last-Event-ID` (header, or `lastEventId` in the query) resumes. */
export const streamEvents = defineEndpoint<{ reply: string }>()({
  method: 'GET',
  path: '/api/events',
  consolePermission: 'signed-in',
});
