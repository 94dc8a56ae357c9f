import 'server-only';
import type { Runtime } from '../runtime.ts';

const wanted = [
  { name: 'Admin console: card status', trigger_on: 'cards#card-status-change', version: '4.0.0' },
  {
    name: 'Admin console: card orders',
    trigger_on: 'cards#card-order-status-change',
    version: '4.0.0',
  },
  {
    name: 'Admin console: card production',
    trigger_on: 'cards#card-production-status-change',
    version: '4.0.0',
  },
  {
    name: 'Admin console: card transactions',
    trigger_on: 'cards#transaction-state-change',
    version: '4.0.0',
  },
  { name: 'Admin console: transfers', trigger_on: 'transfers#state-change', version: '4.0.0' },
  { name: 'Admin console: payout failures', trigger_on: 'transfers#payout-failure', version: '4.0.0' },
  {
    name: 'Admin console: direct debits',
    trigger_on: 'batch-payment-initiations#state-change',
    version: '4.0.0',
  },
  { name: 'Admin console: balances', trigger_on: 'balances#update', version: '4.0.0' },
];

/** Asks Wise, once each, to tell the console what happens to every card, card order, print, transfer, direct debit and balance of this client. */
export async function ensureWebhookSubscriptions({ env, wise, log }: Runtime): Promise<void> {
  const url = `${env.consoleUrl}/api/webhooks/wise`;
  const existing = await wise.webhookSubscriptions.listSubscriptions({ priority: 'background' });
  for (const { name, trigger_on, version } of wanted) {
    if (existing.some((one) => one.trigger_on === trigger_on && one.delivery.url === url)) continue;
    await wise.webhookSubscriptions.createSubscription(
      { priority: 'background' },
      { name, trigger_on, delivery: { version, url } },
    );
    log.info({ trigger: trigger_on }, 'webhook subscription made');
  }
}
