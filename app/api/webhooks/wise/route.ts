import { takeWiseDelivery } from '@/lib/contracts/webhooks.schema';
import { readBytes } from '@/lib/server/http/read-input';
import { route } from '@/lib/server/http/route';
import { takeDelivery } from '@/lib/server/services/webhook-intake';

const maxBytes = 1024 * 1024;

export const POST = route(takeWiseDelivery, async ({ runtime, request }) => {
  await takeDelivery(runtime, {
    rawBody: await readBytes(request, maxBytes),
    signature: request.headers.get('x-signature-sha256'),
    deliveryId: request.headers.get('x-delivery-id'),
    isTest: request.headers.get('x-test-notification') === 'true',
  });
  return { status: 'ok' as const };
});
