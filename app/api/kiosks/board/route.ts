import { getKioskBoard } from '@/lib/contracts/kiosk-board.schema';
import { route } from '@/lib/server/http/route';
import { readKioskBoard } from '@/lib/server/services/kiosks/read-board';

export const GET = route(getKioskBoard, ({ runtime, operator, scope, query }) =>
  readKioskBoard(runtime, operator, scope, query.branchId),
);
