import { subscriptionBody } from '../../contracts/wise/webhook-subscriptions.ts';
import { printSeconds } from '../core/clock.ts';
import type { Emulator } from '../emulator.ts';
import type { SubscriptionRecord } from '../entities.ts';
import { checkSubscriptionOrThrow } from '../webhooks/subscription-rules.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody, parseUuidParam } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { accessRefusal, Refusal, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { ClientCaller } from './tokens.ts';

type Scope = Pick<SubscriptionRecord, 'domain' | 'scopeId' | 'createdBy'>;

function printSubscription(row: SubscriptionRecord) {
  return {
    id: row.id,
    name: row.name,
    trigger_on: row.triggerOn,
    delivery: {
      version: row.version,
      url: row.url,
      ...(row.isMtlsEnabled === null ? {} : { mtls_enabled: row.isMtlsEnabled }),
    },
    scope: { domain: row.domain, id: row.scopeId },
    created_by: { type: row.domain === 'profile' ? 'user' : 'application', id: row.createdBy },
    created_at: printSeconds(row.createdAtMs),
  };
}

/** Emulator choice: another client's key answers 403. */
function applicationScopeOrThrow(c: EmulatorContext, caller: ClientCaller): Scope {
  if (c.req.param('clientKey') !== caller.clientId)
    throw accessRefusal('Access to this application is denied');
  return { domain: 'application', scopeId: caller.clientId, createdBy: caller.clientId };
}

export function registerWebhookSubscriptions(router: WiseRouter, emulator: Emulator): void {
  const { webhooks, world } = emulator;

  const listOf = ({ domain, scopeId }: Scope) =>
    world.subscriptions.all().filter((row) => row.domain === domain && row.scopeId === scopeId);

  const findOrThrow = (c: EmulatorContext, scope: Scope) => {
    const id = parseUuidParam(c, 'subscriptionId');
    const row = listOf(scope).find((candidate) => candidate.id === id);
    if (row) return row;
    throw validationRefusal(404, {
      code: 'subscription.not.found',
      message: 'Subscription not found',
      path: 'subscriptionId',
    });
  };

  const create = async (c: EmulatorContext, scope: Scope) => {
    const body = await parseBody(c, subscriptionBody);
    checkSubscriptionOrThrow(body, scope.domain);
    const row = world.subscriptions.put({
      id: world.random.ids.uuid(),
      name: body.name,
      triggerOn: body.trigger_on,
      version: body.delivery.version,
      url: body.delivery.url,
      isMtlsEnabled: body.delivery.mtls_enabled ?? null,
      createdAtMs: world.clock.now(),
      ...scope,
    });
    return c.json(printSubscription(row));
  };

  const remove = (c: EmulatorContext, scope: Scope) => {
    const { id } = findOrThrow(c, scope);
    world.subscriptions.delete(id);
    webhooks.cancelOf(id);
    return c.body(null, 204);
  };

  router.forClient('POST /v3/applications/{clientKey}/subscriptions', (c, caller) =>
    create(c, applicationScopeOrThrow(c, caller)),
  );
  router.forClient('GET /v3/applications/{clientKey}/subscriptions', (c, caller) =>
    c.json(listOf(applicationScopeOrThrow(c, caller)).map(printSubscription)),
  );
  router.forClient('GET /v3/applications/{clientKey}/subscriptions/{subscriptionId}', (c, caller) =>
    c.json(printSubscription(findOrThrow(c, applicationScopeOrThrow(c, caller)))),
  );
  router.forClient('DELETE /v3/applications/{clientKey}/subscriptions/{subscriptionId}', (c, caller) =>
    remove(c, applicationScopeOrThrow(c, caller)),
  );
  router.forClient(
    'POST /v3/applications/{clientKey}/subscriptions/{subscriptionId}/test-notifications',
    (c, caller) => {
      const subscription = findOrThrow(c, applicationScopeOrThrow(c, caller));
      const delivery = webhooks.sendTest(subscription, caller.clientId);
      if (!delivery)
        throw new Refusal(501, {
          status: 501,
          error: 'Not Implemented',
          message: `The emulator has no test data for ${subscription.triggerOn}`,
        });
      return c.json([{ delivery_id: delivery.id, created_at: printSeconds(delivery.createdAtMs) }]);
    },
  );

  const profileScopeOrThrow = (
    c: EmulatorContext,
    caller: Parameters<typeof profileOfCallerOrThrow>[2],
  ): Scope => ({
    domain: 'profile',
    scopeId: String(profileOfCallerOrThrow(world, c, caller).id),
    createdBy: String(caller.user.id),
  });

  router.forUser('POST /v3/profiles/{profileId}/subscriptions', (c, caller) =>
    create(c, profileScopeOrThrow(c, caller)),
  );
  router.forUser('GET /v3/profiles/{profileId}/subscriptions', (c, caller) =>
    c.json(listOf(profileScopeOrThrow(c, caller)).map(printSubscription)),
  );
  router.forUser('GET /v3/profiles/{profileId}/subscriptions/{subscriptionId}', (c, caller) =>
    c.json(printSubscription(findOrThrow(c, profileScopeOrThrow(c, caller)))),
  );
  router.forUser('DELETE /v3/profiles/{profileId}/subscriptions/{subscriptionId}', (c, caller) =>
    remove(c, profileScopeOrThrow(c, caller)),
  );
}
