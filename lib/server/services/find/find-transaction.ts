import 'server-only';
import type { FoundTransaction } from '../../../contracts/find.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import { toAppError } from '../../http/to-app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { locateCard } from '../locate-card.ts';
import { findProfileUser } from '../profile-user.ts';

/** Each costs a call to Wise. */
const mostAsked = 6;
const cardsLookedBack = 12;

/** Asks Wise for a transaction in a few profiles at once: the named one, and those of the cards the person opened last. */
export async function findProfileOfTransaction(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  transactionId: string,
  here: string | undefined,
): Promise<FoundTransaction> {
  // What was opened a moment ago counts as well.
  await parts.accessLog.flush();
  const opened = await parts.accessLog.lastOpenedBy(operator.personId, scope, cardsLookedBack);
  const wanted = [...(here === undefined ? [] : [here]), ...opened.map(({ profileId }) => profileId)];
  const asked = [...new Set(wanted)].slice(0, mostAsked);
  const answers = await Promise.all(asked.map((profileId) => isIn(parts, scope, profileId, transactionId)));
  const profileId = asked[answers.indexOf('found')];
  return {
    found: profileId === undefined ? null : { profileId, transactionId },
    profilesAsked: asked.length,
    profilesUnread: answers.filter((answer) => answer === 'unread').length,
  };
}

/** One of a card outside the person's reach is as one that is not there. */
async function isIn(
  parts: Runtime,
  scope: CardScope,
  profileId: string,
  transactionId: string,
): Promise<'found' | 'not-there' | 'unread'> {
  try {
    const userId = await findProfileUser(parts.store.db, profileId);
    if (userId === undefined) return 'not-there';
    const call = { userId, priority: 'interactive' as const };
    const { cardToken } = await parts.wise.cardTransactions.getCardTransaction(
      call,
      profileId,
      transactionId,
    );
    await locateCard(parts, profileId, cardToken, scope);
    return 'found';
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'store_unavailable') throw error;
    return error.code === 'not_found' || error.code === 'wise_refused' ? 'not-there' : 'unread';
  }
}
