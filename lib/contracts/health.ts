import { defineEndpoint } from './define-endpoint.ts';

export const getLiveness = defineEndpoint<{ reply: { status: 'ok' } }>()({
  method: 'GET',
  path: '/api/health/live',
  consolePermission: 'public',
});

/**
 * 200 once migrations and jobs run and the first reading of the cards is done; 503 `starting` before. That reading is
 * waited for at most 20 s: `indexComplete` tells whether it is done.
 */
export const getReadiness = defineEndpoint<{
  reply: { status: 'ready'; store: 'pglite' | 'postgres'; survivesPowerCut: boolean; indexComplete: boolean };
}>()({ method: 'GET', path: '/api/health/ready', consolePermission: 'public' });

/** Prometheus text. Needs `Authorization: Bearer METRICS_TOKEN`; without a configured token it does not exist. */
export const getMetrics = defineEndpoint<{ reply: string }>()({
  method: 'GET',
  path: '/api/metrics',
  consolePermission: 'public',
});
