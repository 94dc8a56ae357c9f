import 'server-only';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { KnownPayee } from '../../../../contracts/batch-payments.ts';
import type { Runtime } from '../../../runtime.ts';
import {
  type KnownRecipient,
  listKnownRecipients,
  refreshRecipients,
} from '../../recipients/recipient-index.ts';
import { accountText } from '../file/account.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { findGroupOrThrow } from '../read-groups.ts';

const most = 10;
/** A shorter text could be the end of many accounts’ numbers. */
const shortestAccount = 6;

/** By id, or by the account as a whole; a part of either, or a name, finds nobody. */
export async function findPayee(
  parts: Runtime,
  path: BatchGroupPath,
  text: string,
): Promise<{ items: KnownPayee[] }> {
  const { db } = parts.store;
  const { profileId } = await findGroupOrThrow(db, path);
  const userId = await findProfileUserOrThrow(db, profileId);
  await refreshRecipients(parts, { userId, priority: 'interactive' }, profileId);
  const digest = await parts.digests();
  const wanted = compact(text);
  const isSame = ({ account, accountDigest, currency, id, type }: KnownRecipient): boolean => {
    if (id === text) return true;
    if (wanted.length < shortestAccount) return false;
    if (account !== null && compact(account) === wanted) return true;
    const asAccount = [
      accountText(currency, type, { IBAN: text }),
      accountText(currency, 'email', { email: text }),
    ];
    return asAccount.some((one) => one !== null && digest(one) === accountDigest);
  };
  const found = (await listKnownRecipients(parts, profileId)).filter((one) => one.isActive && isSame(one));
  return {
    items: found
      .slice(0, most)
      .map(({ account, currency, id, name, type }) => ({ account, currency, id, name, type })),
  };
}

/** `(04-00-75) 37778842` and `040075 37778842` are one. */
const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9@.]/g, '');
