import { getPresetPinKey } from '@/lib/contracts/card-orders.schema';
import { route } from '@/lib/server/http/route';
import { readPresetPinKey } from '@/lib/server/services/card-orders/preset-pin';

export const GET = route(getPresetPinKey, ({ runtime, scope, params }) =>
  readPresetPinKey(runtime, scope, params),
);
