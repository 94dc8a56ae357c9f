import 'server-only';
import type { z } from 'zod';
import type { createSubscriptionBody } from '../../../contracts/webhooks.schema.ts';
import type { WebhookSubscription, WebhookSubscriptionList } from '../../../contracts/webhooks.ts';
import type { Subscription } from '../../../contracts/wise/webhook-subscriptions.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { intakeUrl, isKeptKind } from './kept-subscriptions.ts';

const call = { priority: 'interactive' } as const;

/** Straight from Wise, by kind. */
export async function listSubscriptions(parts: Runtime): Promise<WebhookSubscriptionList> {
  const told = await parts.wise.webhookSubscriptions.listSubscriptions(call);
  const items = told.map((one) => toSubscription(parts, one));
  items.sort((a, b) => (`${a.eventType} ${a.createdAt}` < `${b.eventType} ${b.createdAt}` ? -1 : 1));
  return { items, url: intakeUrl(parts.env), asOf: new Date().toISOString() };
}

/**
 * One for each kind: two would send every event twice.
 * @throws AppError conflict where the kind is sent to this console already
 */
export async function createSubscription(
  parts: Runtime,
  { eventType, name, version }: z.output<typeof createSubscriptionBody>,
): Promise<WebhookSubscription> {
  const url = intakeUrl(parts.env);
  const existing = await parts.wise.webhookSubscriptions.listSubscriptions(call);
  const same = existing.find((one) => one.trigger_on === eventType && one.delivery.url === url);
  if (same)
    throw new AppError('conflict', {
      detail: `Wise sends this event here already, in version ${same.delivery.version}. Delete that subscription first: Wise cannot change one.`,
    });
  const made = await parts.wise.webhookSubscriptions.createSubscription(call, {
    name,
    trigger_on: eventType,
    delivery: { version, url },
  });
  await tellPages(parts);
  return toSubscription(parts, made);
}

/** @throws AppError not_found */
export async function deleteSubscription(parts: Runtime, id: string): Promise<{ id: string }> {
  await requireSubscription(parts, id);
  await parts.wise.webhookSubscriptions.deleteSubscription(call, id);
  await tellPages(parts);
  return { id };
}

/** @throws AppError not_found */
export async function testSubscription(parts: Runtime, id: string): Promise<{ deliveryIds: string[] }> {
  await requireSubscription(parts, id);
  return { deliveryIds: await parts.wise.webhookSubscriptions.testSubscription(call, id) };
}

async function requireSubscription({ wise }: Runtime, id: string): Promise<void> {
  const existing = await wise.webhookSubscriptions.listSubscriptions(call);
  if (!existing.some((one) => one.id === id)) throw new AppError('not_found');
}

const tellPages = ({ store }: Runtime): Promise<void> =>
  store.db.transaction((tx) => publishEvent(tx, { type: 'webhooks.changed' }));

function toSubscription({ env }: Runtime, one: Subscription): WebhookSubscription {
  const isOurs = one.delivery.url === intakeUrl(env);
  return {
    id: one.id,
    name: one.name,
    eventType: one.trigger_on,
    version: one.delivery.version,
    url: one.delivery.url,
    isOurs,
    isKept: isOurs && isKeptKind(one.trigger_on),
    createdAt: new Date(one.created_at).toISOString(),
  };
}
