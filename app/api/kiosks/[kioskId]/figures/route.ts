import { getKioskFigures } from '@/lib/contracts/kiosk-board.schema';
import { route } from '@/lib/server/http/route';
import { readKioskFigures } from '@/lib/server/services/kiosks/read-figures';

export const GET = route(getKioskFigures, ({ runtime, scope, params }) =>
  readKioskFigures(runtime, scope, params.kioskId),
);
