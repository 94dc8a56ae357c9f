import { getMetrics } from '@/lib/contracts/health.schema';
import { AppError } from '@/lib/server/http/app-error';
import { requireBearer } from '@/lib/server/http/bearer';
import { route } from '@/lib/server/http/route';

export const GET = route(getMetrics, async ({ runtime, request }) => {
  const { metricsToken } = runtime.env;
  // Without a configured token nobody reads the metrics: the address does not exist.
  if (!metricsToken) throw new AppError('not_found');
  requireBearer(request, metricsToken);
  const { registry } = runtime.metrics;
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
});
