import {
  webhookEvents as ofApplications,
  type WebhookEventType,
  webhookEventTypes,
} from '../../catalogues/webhook-events.ts';

interface WebhookEvent {
  versions: readonly [string, ...string[]];
  application: boolean;
  profile: boolean;
}

/** Wise: a profile can be subscribed to these as well. */
const alsoOfProfiles: readonly WebhookEventType[] = [
  'transfers#state-change',
  'transfers#active-cases',
  'transfers#payout-failure',
  'transfers#refund',
  'balances#update',
  'account-details-payment#state-change',
  'hold-limit-breach#update',
  'swift-in#credit',
  'swift#message-received',
  'incoming-transfer#credited',
  'recipients#state-change',
];

/** Wise's events with their schema versions and the levels they can be subscribed at. Only some are ever sent here. */
export const webhookEvents: Record<string, WebhookEvent> = {
  ...Object.fromEntries(
    webhookEventTypes.map((type) => [
      type,
      {
        versions: ofApplications[type].versions,
        application: true,
        profile: alsoOfProfiles.includes(type),
      },
    ]),
  ),
  // Wise: deprecated, and for profiles alone.
  'balances#credit': { versions: ['2.0.0'], application: false, profile: true },
};
