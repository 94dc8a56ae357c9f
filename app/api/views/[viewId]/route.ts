import { changeView, deleteView } from '@/lib/contracts/views.schema';
import { route } from '@/lib/server/http/route';
import { changeView as change, deleteView as remove } from '@/lib/server/services/views/change';

export const PATCH = route(changeView, ({ body, operator, params, runtime }) =>
  change(runtime, operator, params.viewId, body),
);

export const DELETE = route(deleteView, async ({ body, operator, params, runtime }) => {
  await remove(runtime, operator, params.viewId, body.version);
  return { deleted: true as const };
});
