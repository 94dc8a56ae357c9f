import { defineEndpoint } from './define-endpoint.ts';

/** Wise's deliveries; their proof is the signature over the raw body. */
export const takeWiseDelivery = defineEndpoint<{ reply: { status: 'ok' } }>()({
  method: 'POST',
  path: '/api/webhooks/wise',
  consolePermission: 'public',
});
