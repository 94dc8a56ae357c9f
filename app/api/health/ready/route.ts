import { getReadiness } from '@/lib/contracts/health.schema';
import { readReadiness } from '@/lib/server/boot';
import { AppError } from '@/lib/server/http/app-error';
import { route } from '@/lib/server/http/route';

export const GET = route(getReadiness, async ({ runtime }) => {
  const { isReady, indexComplete } = await readReadiness(runtime);
  if (!isReady) throw new AppError('starting');
  const isDurable = runtime.store.kind === 'postgres';
  return { status: 'ready' as const, store: runtime.store.kind, survivesPowerCut: isDurable, indexComplete };
});
