import 'server-only';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import type { DeclineControl, SwitchesThen } from '../../../contracts/card-transactions.ts';
import type { Remedy } from '../../catalogues/decline-reasons/entry.ts';
import type { Runtime } from '../../runtime.ts';
import type { TransactionDetail } from '../../wise/resources/to-wise-transaction.ts';
import type { LocatedCard } from '../locate-card.ts';
import { offAt } from '../spending-permission-readings/find-readings.ts';
import { readSpendingPermissions } from '../spending-permissions.ts';
import { guessSpendingPermissions } from './guess-spending-permissions.ts';
import { type LimitWindow, readLimits } from './limits.ts';

const windowOf: Partial<Record<Remedy, LimitWindow>> = {
  'limit-transaction': 'transaction',
  'limit-daily': 'daily',
  'limit-monthly': 'monthly',
  'limit-lifetime': 'lifetime',
};

/** What would mend a decline, with its state as Wise tells it now. Null where nothing here would, or the reader may not know. */
export async function readControl(
  parts: Runtime,
  card: LocatedCard,
  reader: Holder,
  transaction: TransactionDetail,
  switchesThen: SwitchesThen | null,
): Promise<DeclineControl | null> {
  const remedy = transaction.reason?.remedyFor(reader) ?? 'none';
  const window = windowOf[remedy];
  if (window) return readLimits(parts, card, window, transaction).catch(() => unreadable('limit'));
  switch (remedy) {
    case 'unfreeze':
    case 'activate':
    case 'replacement':
      return { kind: remedy, cardStatus: await readStatus(parts, card) };
    case 'pin-count':
      return { kind: remedy };
    case 'spending-permission':
      return readSwitches(parts, card, transaction, switchesThen).catch(() => unreadable(remedy));
    default:
      return null;
  }
}

const unreadable = (of: 'spending-permission' | 'limit'): DeclineControl => ({ kind: 'unreadable', of });

async function readStatus(parts: Runtime, card: LocatedCard): Promise<string | null> {
  const call = { userId: card.userId, priority: 'interactive' as const };
  try {
    return (await parts.wise.cards.getCard(call, card.profileId, card.token)).status.value;
  } catch {
    return null;
  }
}

async function readSwitches(
  parts: Runtime,
  card: LocatedCard,
  transaction: TransactionDetail,
  switchesThen: SwitchesThen | null,
): Promise<DeclineControl> {
  const { permissions, readAt } = await readSpendingPermissions(parts, card);
  const told = transaction.reason?.detail?.spendingPermission;
  const wereOff = switchesThen && offAt(switchesThen, new Date(transaction.creationTime));
  const wanted = told === undefined ? guessSpendingPermissions(transaction, wereOff ?? undefined) : [told];
  const concerned = permissions.filter(({ type }) => wanted.some((one) => one === type));
  return {
    kind: 'spending-permission',
    // Where nothing tells which it was, those that are off now are the candidates.
    switches: concerned.length > 0 ? concerned : permissions.filter(({ isEnabled }) => !isEnabled),
    isGuess: told === undefined,
    readAt,
  };
}
