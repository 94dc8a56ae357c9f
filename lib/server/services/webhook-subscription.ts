import 'server-only';
import type { Runtime } from '../runtime.ts';

const trigger = 'cards#card-status-change';
const schemaVersion = '4.0.0';

/** Asks Wise, once, to tell the console of status changes of every card of this client. */
export async function ensureWebhookSubscription({ env, wise, log }: Runtime): Promise<void> {
  const url = `${env.consoleUrl}/api/webhooks/wise`;
  const existing = await wise.webhookSubscriptions.listSubscriptions({ priority: 'background' });
  if (
    existing.some((subscription) => subscription.trigger_on === trigger && subscription.delivery.url === url)
  )
    return;
  await wise.webhookSubscriptions.createSubscription(
    { priority: 'background' },
    { name: 'Admin console: card status', trigger_on: trigger, delivery: { version: schemaVersion, url } },
  );
  log.info({ trigger }, 'webhook subscription made');
}
