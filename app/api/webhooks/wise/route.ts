import { takeWiseDelivery } from '@/lib/contracts/webhooks.schema';
import { readBytes } from '@/lib/server/http/read-input';
import { route } from '@/lib/server/http/route';
import { countRefusals, refuseMethod } from '@/lib/server/services/webhooks/refusals';
import { takeDelivery } from '@/lib/server/services/webhooks/take-delivery';

const maxBytes = 1024 * 1024;

export const POST = route(takeWiseDelivery, ({ runtime, request }) =>
  countRefusals(runtime, async () => {
    await takeDelivery(runtime, {
      rawBody: await readBytes(request, maxBytes),
      signature: request.headers.get('x-signature-sha256'),
      deliveryId: request.headers.get('x-delivery-id'),
      isTest: request.headers.get('x-test-notification') === 'true',
    });
    return { status: 'ok' as const };
  }),
);

export { refuseMethod as GET, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE };
