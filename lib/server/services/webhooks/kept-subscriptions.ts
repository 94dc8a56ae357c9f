import 'server-only';
import type { Env } from '../../env.ts';
import type { Runtime } from '../../runtime.ts';

const version = '4.0.0';
/** What the console needs to be told, each under a name that says so at Wise. */
const wanted = [
  { name: 'Admin console: card status', eventType: 'cards#card-status-change' },
  { name: 'Admin console: card orders', eventType: 'cards#card-order-status-change' },
  { name: 'Admin console: card production', eventType: 'cards#card-production-status-change' },
  { name: 'Admin console: card transactions', eventType: 'cards#transaction-state-change' },
  { name: 'Admin console: disputes', eventType: 'transaction-disputes#update' },
  { name: 'Admin console: transfers', eventType: 'transfers#state-change' },
  { name: 'Admin console: payout failures', eventType: 'transfers#payout-failure' },
  { name: 'Admin console: refunds', eventType: 'transfers#refund' },
  { name: 'Admin console: transfers that wait', eventType: 'transfers#active-cases' },
  { name: 'Admin console: direct debits', eventType: 'batch-payment-initiations#state-change' },
  { name: 'Admin console: balances', eventType: 'balances#update' },
  { name: 'Admin console: balances opened and closed', eventType: 'balances#account-state-change' },
  { name: 'Admin console: profiles', eventType: 'profiles#state-change' },
] as const;

export const intakeUrl = ({ consoleUrl }: Pick<Env, 'consoleUrl'>): string =>
  `${consoleUrl.replace(/\/$/, '')}/api/webhooks/wise`;

/** Whether the console makes one of that kind again where there is none. */
export const isKeptKind = (eventType: string): boolean => wanted.some((kept) => kept.eventType === eventType);

/** Asks Wise, once each, to tell the console what it needs to know of this client. */
export async function ensureWebhookSubscriptions({ env, wise, log }: Runtime): Promise<void> {
  const url = intakeUrl(env);
  const existing = await wise.webhookSubscriptions.listSubscriptions({ priority: 'background' });
  for (const { eventType, name } of wanted) {
    if (existing.some((one) => one.trigger_on === eventType && one.delivery.url === url)) continue;
    await wise.webhookSubscriptions.createSubscription(
      { priority: 'background' },
      { name, trigger_on: eventType, delivery: { version, url } },
    );
    log.info({ trigger: eventType }, 'webhook subscription made');
  }
}
