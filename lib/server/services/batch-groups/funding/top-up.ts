import 'server-only';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { readBalances } from './read-balances.ts';

/** Simulated money. @throws AppError not_found on production, and for a balance of another profile */
export async function topUp(
  parts: Runtime,
  { balanceId, profileId }: { balanceId: string; profileId: string },
  amount: string,
) {
  if (parts.env.wise.environment === 'production') throw new AppError('not_found');
  const { items } = await readBalances(parts, profileId);
  const balance = items.find(({ id }) => id === balanceId);
  if (!balance) throw new AppError('not_found');
  const userId = await findProfileUserOrThrow(parts.store.db, profileId);
  const { currency } = balance;
  await parts.wise.balances.simulateTopUp(
    { userId, priority: 'interactive' },
    { profileId, balanceId, currency, amount },
  );
  return readBalances(parts, profileId);
}
