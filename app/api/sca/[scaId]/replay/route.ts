import { replaySca } from '@/lib/contracts/sca.schema';
import { route } from '@/lib/server/http/route';
import { replayWaitingRequest } from '@/lib/server/sca/replay';

export const POST = route(replaySca, async ({ runtime, operator, params, request, noteForAudit }) => {
  const answer = await replayWaitingRequest(
    runtime,
    operator,
    params.scaId,
    request.headers.get('cookie') ?? '',
  );
  noteForAudit({ status: answer.status });
  return answer;
});
