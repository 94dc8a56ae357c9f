import 'server-only';
import type { z } from 'zod';
import type {
  addDirectDebitAccountBody,
  directDebitAccount,
  directDebitAccountListReply,
} from '../../../../contracts/direct-debits.schema.ts';
import type { DirectDebitCurrency } from '../../../../contracts/direct-debits.ts';
import { directDebitTypes } from '../../../../contracts/wise/batch-groups.ts';
import type { Runtime } from '../../../runtime.ts';
import type { WiseDirectDebitAccount } from '../../../wise/resources/batch-groups.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';

type Parts = Pick<Runtime, 'store' | 'wise'>;
type Shown = z.input<typeof directDebitAccount>;

/** Never more of an account number than this. */
export const lastFourOf = ({ details }: WiseDirectDebitAccount): string | null =>
  details.accountNumber?.slice(-4) ?? null;

const toShown = (account: WiseDirectDebitAccount): Shown => ({
  id: account.id,
  currency: account.currency,
  type: account.type,
  routingNumber: account.details.routingNumber,
  lastFour: lastFourOf(account),
  accountType: account.details.accountType,
});

/** @throws AppError not_found for a profile the console does not know */
export async function readDebitAccounts(
  { store, wise }: Parts,
  profileId: string,
  currency: DirectDebitCurrency,
): Promise<WiseDirectDebitAccount[]> {
  const userId = await findProfileUserOrThrow(store.db, profileId);
  const accounts = await wise.batchGroups.listDirectDebitAccounts(
    { userId, priority: 'interactive' },
    profileId,
    { type: directDebitTypes[currency], currency },
  );
  return accounts.filter((account) => account.currency === currency);
}

export async function listDebitAccounts(
  parts: Parts,
  profileId: string,
  currency: DirectDebitCurrency,
): Promise<z.input<typeof directDebitAccountListReply>> {
  const accounts = await readDebitAccounts(parts, profileId, currency);
  return {
    items: accounts.map(toShown),
    nextCursor: null,
    total: accounts.length,
    asOf: new Date().toISOString(),
  };
}

/**
 * Wise has no key by which adding an account could be repeated, so it is looked for first: one that an answer was lost of
 * is found, and not made twice.
 */
export async function addDebitAccount(
  parts: Parts,
  profileId: string,
  { currency, ...details }: z.output<typeof addDirectDebitAccountBody>,
  note: (details: Record<string, unknown>) => void,
): Promise<Shown> {
  const known = (await readDebitAccounts(parts, profileId, currency)).find(
    (account) =>
      account.details.routingNumber === details.routingNumber &&
      account.details.accountNumber === details.accountNumber &&
      account.details.accountType === details.accountType,
  );
  const userId = await findProfileUserOrThrow(parts.store.db, profileId);
  const account =
    known ??
    (await parts.wise.batchGroups.addDirectDebitAccount({ userId, priority: 'interactive' }, profileId, {
      currency,
      type: directDebitTypes[currency],
      details,
    }));
  note({ accountId: account.id });
  return toShown(account);
}
