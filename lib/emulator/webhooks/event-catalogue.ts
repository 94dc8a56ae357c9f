interface WebhookEvent {
  versions: readonly [string, ...string[]];
  application: boolean;
  profile: boolean;
}

const event = (levels: 'A' | 'P' | 'AP', ...versions: [string, ...string[]]): WebhookEvent => ({
  versions,
  application: levels.includes('A'),
  profile: levels.includes('P'),
});

/** Wise's events with their schema versions and the levels they can be subscribed at. Only some are ever sent here. */
export const webhookEvents: Record<string, WebhookEvent> = {
  'cards#card-status-change': event('A', '4.0.0', '2.0.0'),
  'cards#card-production-status-change': event('A', '4.0.0', '2.0.0'),
  'cards#card-order-status-change': event('A', '4.0.0', '2.0.0'),
  'cards#transaction-state-change': event('A', '4.0.0', '2.1.0', '2.0.0'),
  'cards#3ds-challenge': event('A', '4.0.0', '2.0.0'),
  'cards#manual-provisioning-verification': event('A', '2.0.0'),
  'transaction-disputes#update': event('A', '4.0.0', '2.0.0'),
  'batch-payment-initiations#state-change': event('A', '4.0.0', '2.0.0'),
  'transfers#state-change': event('AP', '4.0.0', '2.0.0'),
  'transfers#active-cases': event('AP', '4.0.0', '2.0.0'),
  'transfers#payout-failure': event('AP', '5.0.0', '4.0.0', '2.0.0'),
  'transfers#refund': event('AP', '4.0.0', '2.0.0'),
  'balances#update': event('AP', '4.0.0', '3.0.0', '2.2.0', '2.1.0'),
  'balances#credit': event('P', '2.0.0'),
  'balances#account-state-change': event('A', '4.0.0', '2.0.0'),
  'account-details-payment#state-change': event('AP', '4.0.0', '2.0.0'),
  'account-details-order#order-state-change': event('A', '4.0.0', '2.0.0'),
  'profiles#state-change': event('A', '4.0.0', '2.0.0'),
  'profiles#verification-state-change': event('A', '4.0.0', '2.0.0'),
  'profiles#cdd-check-state-change': event('A', '4.0.0', '2.0.0'),
  'profiles#overdraft-limit-threshold': event('A', '4.0.0', '2.0.0'),
  'users#state-change': event('A', '4.0.0', '2.0.0'),
  'kyc-reviews#state-change': event('A', '5.0.0', '4.0.0', '2.0.0'),
  'partner-support#case-changed': event('A', '5.0.0', '4.0.0', '2.0.0'),
  'bulk-settlement#payment-received': event('A', '4.0.0', '3.0.0', '2.0.0'),
  'hold-limit-breach#update': event('AP', '4.0.0'),
  'swift-in#credit': event('AP', '4.2.0', '4.1.0', '4.0.0', '3.0.0'),
  'swift#message-received': event('AP', '4.0.0'),
  'incoming-transfer#credited': event('AP', '4.0.0'),
  'recipients#state-change': event('AP', '4.0.0'),
};
