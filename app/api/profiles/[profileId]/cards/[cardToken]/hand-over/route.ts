import { getHandOver, handOver } from '@/lib/contracts/hand-overs.schema';
import { route } from '@/lib/server/http/route';
import { handOverCard, readHandOver } from '@/lib/server/services/branches/hand-over';

export const GET = route(getHandOver, ({ runtime, card }) => readHandOver(runtime, card));

export const POST = route(handOver, ({ runtime, operator, scope, card, body, noteForAudit }) =>
  handOverCard(runtime, operator, scope, card, body, noteForAudit),
);
