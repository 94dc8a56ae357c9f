import { noteRevealEvent } from '@/lib/contracts/sensitive-details.schema';
import { route } from '@/lib/server/http/route';
import { settleOwnReveal } from '@/lib/server/services/reveals/record-reveal';

export const POST = route(noteRevealEvent, async ({ runtime, operator, card, params, body }) => {
  const outcome = body.event === 'copied' ? undefined : body.event;
  await settleOwnReveal(runtime, operator, card.token, params.revealId, outcome);
  // It was encrypted to a key that Wise may no longer have: the next reveal asks for the present one.
  if (outcome === 'not-opened') runtime.wise.encryptingKeys.forget();
  return {};
});
