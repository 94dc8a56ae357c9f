import 'server-only';
import { cardProductionStatusChange } from '../../../../contracts/wise/card-events.ts';
import { productionEvents } from '../../../db/schema/kiosks.ts';
import { keepProduction } from '../../production/keep-production.ts';
import { callAs } from '../connected-profile.ts';
import { momentOf } from '../moment.ts';
import { webhookKind } from '../webhook-kind.ts';

/** Kept once each, and taken into the card's present production and the job of its attempt. */
export const productionStatusChange = webhookKind(
  'cards#card-production-status-change',
  cardProductionStatusChange.shape.data,
  async ({ store }, data, { id, receivedAt, sentAt }) => {
    const { card_token: cardToken, profile_id: profileId } = data.resource;
    if (cardToken === null) return 'not-ours';
    const step = {
      cardToken,
      status: data.status,
      kioskId: data.kiosk_id,
      occurredAt: momentOf(data.occurred_at),
      errorCode: data.error_code,
      description: data.description,
    };
    await store.db
      .insert(productionEvents)
      .values({ id, ...step, sentAt, receivedAt })
      .onConflictDoNothing();
    if (!(await callAs(store.db, profileId))) return 'not-connected';
    const isNews = await store.db.transaction((tx) =>
      keepProduction(tx, { ...step, profileId, toldAt: sentAt, by: 'webhook' }),
    );
    return isNews ? 'kept' : 'known-already';
  },
);
