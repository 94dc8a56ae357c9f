/** What the console makes of a kind: nothing of those that are only kept. */
export type WebhookUse = 'used' | 'kept';

export interface WebhookEventEntry {
  /** What happened when Wise sends it. */
  tells: string;
  /** The newest first. */
  versions: readonly [string, ...string[]];
  use: WebhookUse;
}

const used = (tells: string, ...versions: [string, ...string[]]): WebhookEventEntry => ({
  tells,
  versions,
  use: 'used',
});
const kept = (tells: string, ...versions: [string, ...string[]]): WebhookEventEntry => ({
  tells,
  versions,
  use: 'kept',
});

/** Wise's events that an application can subscribe to, with their schema versions. */
export const webhookEvents = {
  'cards#card-status-change': used('A card’s status changed', '4.0.0', '2.0.0'),
  'cards#card-production-status-change': used('A card is printed at a kiosk', '4.0.0', '2.0.0'),
  'cards#card-order-status-change': used('A card order moved on', '4.0.0', '2.0.0'),
  'cards#transaction-state-change': used('A card transaction moved on', '4.0.0', '2.1.0', '2.0.0'),
  'cards#3ds-challenge': kept('A payment asks for the holder’s confirmation', '4.0.0', '2.0.0'),
  'cards#manual-provisioning-verification': kept('A card is added to a phone by hand', '2.0.0'),
  'transaction-disputes#update': used('A dispute moved on', '4.0.0', '2.0.0'),
  'batch-payment-initiations#state-change': used('A direct debit of a batch moved on', '4.0.0', '2.0.0'),
  'transfers#state-change': used('A transfer moved on', '4.0.0', '2.0.0'),
  'transfers#payout-failure': used('A transfer could not be paid out', '5.0.0', '4.0.0', '2.0.0'),
  'transfers#refund': used('A transfer was refunded', '4.0.0', '2.0.0'),
  'transfers#active-cases': used('A transfer waits for something', '4.0.0', '2.0.0'),
  'balances#update': used('Money came to a balance or left it', '4.0.0', '3.0.0', '2.2.0', '2.1.0'),
  'balances#account-state-change': used('A balance was opened or closed', '4.0.0', '2.0.0'),
  'profiles#state-change': used('A profile was limited or deactivated', '4.0.0', '2.0.0'),
  'profiles#verification-state-change': kept('A profile’s verification moved on', '4.0.0', '2.0.0'),
  'profiles#cdd-check-state-change': kept('A due-diligence check moved on', '4.0.0', '2.0.0'),
  'profiles#overdraft-limit-threshold': kept('A profile nears its overdraft limit', '4.0.0', '2.0.0'),
  'users#state-change': kept('A Wise user was limited or deactivated', '4.0.0', '2.0.0'),
  'kyc-reviews#state-change': kept('A review of a customer moved on', '5.0.0', '4.0.0', '2.0.0'),
  'partner-support#case-changed': kept('A support case changed', '5.0.0', '4.0.0', '2.0.0'),
  'recipients#state-change': kept('A recipient changed', '4.0.0'),
  'account-details-payment#state-change': kept('Money came by account details', '4.0.0', '2.0.0'),
  'account-details-order#order-state-change': kept('An order of account details moved on', '4.0.0', '2.0.0'),
  'bulk-settlement#payment-received': kept('A bulk settlement was received', '4.0.0', '3.0.0', '2.0.0'),
  'hold-limit-breach#update': kept('A holding limit was passed', '4.0.0'),
  'incoming-transfer#credited': kept('An incoming transfer was credited', '4.0.0'),
  'swift-in#credit': kept('A SWIFT payment was credited', '4.2.0', '4.1.0', '4.0.0', '3.0.0'),
  'swift#message-received': kept('A SWIFT message came', '4.0.0'),
} as const satisfies Record<string, WebhookEventEntry>;
export type WebhookEventType = keyof typeof webhookEvents;

const isKnown = (type: string): type is WebhookEventType => Object.hasOwn(webhookEvents, type);
export const webhookEventTypes = Object.keys(webhookEvents).filter(isKnown);

/** A kind that nobody knows yet shows as Wise's own word. */
export const wordsOfWebhookEvent = (type: string): string =>
  isKnown(type) ? webhookEvents[type].tells : type;
export const isWebhookEventUsed = (type: string): boolean =>
  isKnown(type) && webhookEvents[type].use === 'used';
