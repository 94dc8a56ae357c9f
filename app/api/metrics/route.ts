import { timingSafeEqual } from 'node:crypto';
import { getMetrics } from '@/lib/contracts/health.schema';
import { AppError } from '@/lib/server/http/app-error';
import { route } from '@/lib/server/http/route';

export const GET = route(getMetrics, async ({ runtime, request }) => {
  const { metricsToken } = runtime.env;
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${metricsToken ?? ''}`);
  // Without a configured token nobody reads the metrics: the address does not exist.
  if (!metricsToken) throw new AppError('not_found');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new AppError('not_signed_in');
  const { registry } = runtime.metrics;
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
});
