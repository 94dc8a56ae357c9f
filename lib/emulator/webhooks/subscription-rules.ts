import type { SubscriptionBody } from '../../contracts/wise/webhook-subscriptions.ts';
import { type Fault, validationRefusal } from '../wise/refusal.ts';
import { webhookEvents } from './event-catalogue.ts';

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
const isAddress = (host: string) => host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);

/** Wise: https on port 443, a real domain and no query. Emulator choice: anything on loopback, plain http too. */
export function faultOfWebhookUrl(text: string): string | null {
  if (!URL.canParse(text)) return 'must be a URL';
  const url = new URL(text);
  if (url.search !== '') return 'must not have a query';
  if (isLoopback(url.hostname) && ['http:', 'https:'].includes(url.protocol)) return null;
  if (url.protocol !== 'https:') return 'must be https';
  if (url.port !== '') return 'must be on port 443';
  if (isAddress(url.hostname)) return 'must name a domain, not an IP address';
  return null;
}

/** Emulator choice: Wise does not document how a subscription is refused; 422 with one error per field. */
export function checkSubscriptionOrThrow(body: SubscriptionBody, domain: 'application' | 'profile'): void {
  const faults: Fault[] = [];
  const event = webhookEvents[body.trigger_on];
  if (!event) faults.push({ code: 'NOT_VALID', message: 'There is no such event', path: 'trigger_on' });
  else if (!event[domain])
    faults.push({
      code: 'NOT_SUPPORTED',
      message: `This event has no ${domain} level subscriptions`,
      path: 'trigger_on',
    });
  else if (!event.versions.includes(body.delivery.version))
    faults.push({
      code: 'NOT_VALID',
      message: `Versions of this event: ${event.versions.join(', ')}`,
      path: 'delivery.version',
    });
  const urlFault = faultOfWebhookUrl(body.delivery.url);
  if (urlFault) faults.push({ code: 'NOT_VALID', message: urlFault, path: 'delivery.url' });
  if (faults.length > 0) throw validationRefusal(422, ...faults);
}
