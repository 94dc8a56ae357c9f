import { z } from 'zod';
import { serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './webhooks.ts';

export const takeWiseDelivery = serveEndpoint(endpoints.takeWiseDelivery, {
  reply: z.object({ status: z.literal('ok') }),
  audit: 'none',
});
