import { updateKiosk } from '@/lib/contracts/branches.schema';
import { route } from '@/lib/server/http/route';
import { updateKiosk as update } from '@/lib/server/services/branches/change-kiosks';

export const PATCH = route(updateKiosk, ({ runtime, params, body }) => update(runtime, params.kioskId, body));
