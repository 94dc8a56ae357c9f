import { exportCards } from '@/lib/contracts/cards.schema';
import { route } from '@/lib/server/http/route';
import { exportIndexedCards } from '@/lib/server/services/export-cards';

export const GET = route(exportCards, ({ runtime, operator, scope, query, noteForAudit }) =>
  exportIndexedCards(runtime, operator, scope, query, noteForAudit),
);
