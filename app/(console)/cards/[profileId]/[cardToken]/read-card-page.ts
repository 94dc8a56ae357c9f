import 'server-only';
import { dehydrate, QueryClient } from '@tanstack/react-query';
import { cache } from 'react';
import { cardKeys } from '@/lib/client/cards/keys';
import { profileConnectionKey } from '@/lib/client/profiles/queries';
import { transactionKeys } from '@/lib/client/transactions/keys';
import { fewTransactions } from '@/lib/client/transactions/queries';
import { getLatestDecline, listCardTransactions } from '@/lib/contracts/card-transactions';
import { type CardPath, getCard, getCardHistory } from '@/lib/contracts/cards';
import { getProfileConnection } from '@/lib/contracts/profiles';
import { getSpendingPermissions } from '@/lib/contracts/spending-permissions';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

/** The page's head and its body ask for the same card: Wise is asked once. */
export const readCardOnce = cache((profileId: string, cardToken: string) =>
  prefetchEndpoint(getCard, { params: { profileId, cardToken } }),
);

/** All that the first HTML shows. What cannot be read is left to the page, which explains it. */
export async function readCardPage(path: CardPath) {
  const { profileId } = path;
  const [card, switches, history, transactions, decline, connection] = await Promise.all([
    readCardOnce(path.profileId, path.cardToken),
    prefetchEndpoint(getSpendingPermissions, { params: path }),
    prefetchEndpoint(getCardHistory, { params: path }),
    prefetchEndpoint(listCardTransactions, { params: path, query: { limit: fewTransactions } }),
    prefetchEndpoint(getLatestDecline, { params: path }),
    prefetchEndpoint(getProfileConnection, { params: { profileId } }),
  ]);
  const client = new QueryClient();
  if (card) client.setQueryData(cardKeys.details(path), card);
  if (switches) client.setQueryData(cardKeys.spendingPermissions(path), switches);
  if (history) client.setQueryData(cardKeys.history(path), { pages: [history], pageParams: [null] });
  if (transactions) client.setQueryData(transactionKeys.few(path), transactions);
  if (decline) client.setQueryData(transactionKeys.latestDecline(path), decline);
  if (connection) client.setQueryData(profileConnectionKey(profileId), connection);
  return dehydrate(client);
}
