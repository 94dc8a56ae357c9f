import { setDefaultView } from '@/lib/contracts/views.schema';
import { route } from '@/lib/server/http/route';
import { setDefaultView as setDefault } from '@/lib/server/services/views/default';

export const PUT = route(setDefaultView, async ({ body, operator, runtime }) => ({
  defaultViewId: await setDefault(runtime, operator, body.list, body.viewId),
}));
