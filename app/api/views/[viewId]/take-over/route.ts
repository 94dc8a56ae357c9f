import { takeOverView } from '@/lib/contracts/views.schema';
import { route } from '@/lib/server/http/route';
import { takeOverView as takeOver } from '@/lib/server/services/views/change';

export const POST = route(takeOverView, ({ body, operator, params, runtime }) =>
  takeOver(runtime, operator, params.viewId, body.version),
);
