import { z } from 'zod';
import { serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './health.ts';

export const getLiveness = serveEndpoint(endpoints.getLiveness, {
  reply: z.object({ status: z.literal('ok') }),
});
export const getReadiness = serveEndpoint(endpoints.getReadiness, {
  reply: z.object({
    status: z.literal('ready'),
    store: z.enum(['pglite', 'postgres']),
    survivesPowerCut: z.boolean(),
    indexComplete: z.boolean(),
  }),
});
export const getMetrics = serveEndpoint(endpoints.getMetrics, { reply: 'raw' });
