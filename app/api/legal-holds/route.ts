import { listLegalHolds, placeLegalHold } from '@/lib/contracts/legal-holds.schema';
import { route } from '@/lib/server/http/route';
import { listLegalHolds as readHolds } from '@/lib/server/services/legal-holds/list-legal-holds';
import { placeLegalHold as place } from '@/lib/server/services/legal-holds/place-legal-hold';

export const GET = route(listLegalHolds, ({ runtime, query }) => readHolds(runtime, query));

export const POST = route(placeLegalHold, async ({ runtime, operator, body, noteForAudit }) => {
  const holdId = await place(runtime, operator, body);
  noteForAudit({ holdId });
  return { holdId };
});
