import { takeCard } from '@/lib/contracts/kiosk-board.schema';
import { route } from '@/lib/server/http/route';
import { takeCard as takeForBranch } from '@/lib/server/services/kiosks/take-card';

export const POST = route(takeCard, ({ runtime, operator, scope, body }) =>
  takeForBranch(runtime, operator, scope, body),
);
