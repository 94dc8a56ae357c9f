import 'server-only';
import {
  type Subscription,
  type SubscriptionBody,
  subscription,
  subscriptionList,
  testNotificationReply,
} from '../../../contracts/wise/webhook-subscriptions.ts';
import type { WiseClient } from '../client.ts';
import { fixedWisePath } from '../path.ts';
import { asClient, type ClientCallOptions } from './options.ts';

/** The application's own subscriptions; the client's own token, not a user's. */
export interface WiseWebhookSubscriptions {
  listSubscriptions(options: ClientCallOptions): Promise<Subscription[]>;
  createSubscription(options: ClientCallOptions, body: SubscriptionBody): Promise<Subscription>;
  getSubscription(options: ClientCallOptions, subscriptionId: string): Promise<Subscription>;
  deleteSubscription(options: ClientCallOptions, subscriptionId: string): Promise<void>;
  /** Wise sends a delivery with made-up data. @returns its ids, by which it is known when it comes */
  testSubscription(options: ClientCallOptions, subscriptionId: string): Promise<string[]>;
}

/** @param clientKey the application that Wise's path names */
export const createWebhookSubscriptions = (
  client: WiseClient,
  clientKey: string,
): WiseWebhookSubscriptions => ({
  listSubscriptions: (options) =>
    client.call({
      ...asClient(options),
      method: 'GET',
      path: fixedWisePath`/v3/applications/${clientKey}/subscriptions`,
      reply: subscriptionList,
    }),

  createSubscription: (options, body) =>
    client.call({
      ...asClient(options),
      method: 'POST',
      path: fixedWisePath`/v3/applications/${clientKey}/subscriptions`,
      body,
      reply: subscription,
    }),

  getSubscription: (options, subscriptionId) =>
    client.call({
      ...asClient(options),
      method: 'GET',
      path: fixedWisePath`/v3/applications/${clientKey}/subscriptions/${subscriptionId}`,
      reply: subscription,
    }),

  deleteSubscription: (options, subscriptionId) =>
    client.call({
      ...asClient(options),
      method: 'DELETE',
      path: fixedWisePath`/v3/applications/${clientKey}/subscriptions/${subscriptionId}`,
      reply: 'empty',
    }),

  testSubscription: async (options, subscriptionId) => {
    const sent = await client.call({
      ...asClient(options),
      method: 'POST',
      path: fixedWisePath`/v3/applications/${clientKey}/subscriptions/${subscriptionId}/test-notifications`,
      reply: testNotificationReply,
    });
    return sent.map(({ delivery_id }) => delivery_id);
  },
});
