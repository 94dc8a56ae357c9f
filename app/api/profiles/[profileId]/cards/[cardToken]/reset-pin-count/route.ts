import { resetPinCount } from '@/lib/contracts/cards.schema';
import { route } from '@/lib/server/http/route';

export const POST = route(resetPinCount, async ({ runtime, card }) => {
  await runtime.wise.cards.resetPinCount(
    { userId: card.userId, priority: 'interactive' },
    card.profileId,
    card.token,
  );
  await runtime.afterWrite(runtime.tellCardChanged(card.profileId, card.token));
  return { clearedAt: new Date().toISOString() };
});
