import 'server-only';
import type { DeclineControl } from '../../../contracts/card-transactions.ts';
import type { Runtime } from '../../runtime.ts';
import type { TransactionDetail } from '../../wise/resources/to-wise-transaction.ts';
import type { LocatedCard } from '../locate-card.ts';

export type LimitWindow = Extract<DeclineControl, { kind: 'limit' }>['window'];
type Limit = Extract<DeclineControl, { kind: 'limit' }>['limits'][number];

const cashTypes = new Set(['CASH_WITHDRAWAL', 'CASH_ADVANCE']);

/** The limits that can have stopped a payment: the card's own of that window, and the profile's, which all its cards share. */
export async function readLimits(
  parts: Runtime,
  card: LocatedCard,
  window: LimitWindow,
  { type, reason }: Pick<TransactionDetail, 'type' | 'reason'>,
): Promise<DeclineControl> {
  const call = { userId: card.userId, priority: 'interactive' as const };
  const readAt = new Date().toISOString();
  const only = reason?.detail?.limitOf;
  const isShared = window === 'daily' || window === 'monthly';
  const [own, shared] = await Promise.all([
    only === 'profile'
      ? undefined
      : parts.wise.spendLimits.getCardSpendLimits(call, card.profileId, card.token),
    only === 'card' || !isShared
      ? undefined
      : parts.wise.spendLimits.getProfileSpendLimits(call, card.profileId),
  ]);
  const limits: Limit[] = [];
  const ofCard = own?.[window];
  if (ofCard) limits.push({ of: 'card', type: null, ...toFigures(ofCard) });
  const kind = cashTypes.has(type) ? 'ATM_WITHDRAWAL' : 'PURCHASE';
  for (const limit of shared?.spendLimits ?? []) {
    const ofProfile = isShared && limit.type === kind ? limit.aggregateWindow[window] : null;
    if (ofProfile) limits.push({ of: 'profile', type: limit.type, ...toFigures(ofProfile) });
  }
  return { kind: 'limit', window, limits, readAt };
}

type Told = {
  value: { amount: string; currency: string };
  usage: { amount: string; currency: string } | null;
  resetAt: string | null;
};
const toMoney = ({ amount, currency }: Told['value']) => ({ amount, currency });
const toFigures = ({ value, usage, resetAt }: Told) => ({
  value: toMoney(value),
  usage: usage === null ? null : toMoney(usage),
  resetAt,
});
