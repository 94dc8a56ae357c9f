import 'server-only';
import { eq } from 'drizzle-orm';
import { cardStatusChangeData } from '../../../../contracts/wise/webhook-events.ts';
import { cardStatusChanges, cards } from '../../../db/schema/cards.ts';
import { storeCards } from '../../card-index.ts';
import { callAs } from '../connected-profile.ts';
import { isKnownAlready } from '../is-known-already.ts';
import { momentOf } from '../moment.ts';
import { webhookKind } from '../webhook-kind.ts';

/** Who changed it is kept; the card's present state is asked for, not guessed: deliveries come in any order. */
export const cardStatusChange = webhookKind(
  'cards#card-status-change',
  cardStatusChangeData,
  async (parts, data, { id, sentAt }) => {
    const { card_token: cardToken, profile_id: profileId } = data.resource;
    const { card_status: status, changed_by: changedBy } = data;
    const occurredAt = momentOf(data.occurred_at) ?? sentAt;
    await parts.store.db
      .insert(cardStatusChanges)
      .values({ id, cardToken, profileId, status, changedBy, occurredAt })
      .onConflictDoNothing();
    const call = await callAs(parts.store.db, profileId);
    if (!call) return 'not-connected';
    const [known] = await parts.store.db
      .select({ status: cards.status, modificationTime: cards.modificationTime })
      .from(cards)
      .where(eq(cards.token, cardToken));
    if (isKnownAlready(known, { status, occurredAt })) return 'known-already';
    const asOf = new Date();
    await storeCards(parts.store.db, [await parts.wise.cards.getCard(call, profileId, cardToken)], asOf);
    return 'read-again';
  },
);
