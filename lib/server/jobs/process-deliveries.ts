import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { cardTransactionStateChange } from '../../contracts/wise/card-transaction-events.ts';
import {
  balanceUpdate,
  paymentInitiationStateChange,
  transferPayoutFailure,
  transferStateChange,
} from '../../contracts/wise/money-events.ts';
import {
  type CardStatusChangeData,
  cardStatusChange,
  webhookEnvelope,
} from '../../contracts/wise/webhook-events.ts';
import { cardStatusChanges, cards } from '../db/schema/cards.ts';
import { profiles, webhookDeliveries } from '../db/schema/wise.ts';
import { publishEvent } from '../events/event-hub.ts';
import type { Runtime } from '../runtime.ts';
import { takeInitiationChange } from '../services/batch-groups/funding/follow-debits.ts';
import { storeCards } from '../services/card-index.ts';
import { parseWiseJson } from '../wise/json.ts';
import { takeBalanceUpdate, takePayoutFailure, takeTransferChange } from './take-money-events.ts';

const batch = 100;
/** A card's time of change and the time of the event about it need not be the same to the millisecond. */
const sameMomentMs = 2000;

/** Takes in what webhooks told, oldest first. Each delivery is done once; one that fails stays for the next run. */
export async function processDeliveries(parts: Runtime): Promise<void> {
  const { db } = parts.store;
  let failed = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.state, 'received'))
      .orderBy(asc(webhookDeliveries.receivedAt))
      .limit(batch)
      .offset(failed);
    for (const row of rows) {
      try {
        const outcome = await processDelivery(parts, row);
        await db
          .update(webhookDeliveries)
          .set({ state: 'processed', outcome, processedAt: new Date() })
          .where(eq(webhookDeliveries.id, row.id));
      } catch {
        failed++;
      }
    }
    if (rows.length < batch) break;
  }
  if (failed > 0) throw new Error('Some deliveries could not be processed yet');
}

async function processDelivery(parts: Runtime, row: typeof webhookDeliveries.$inferSelect): Promise<string> {
  if (row.isTest) return 'test';
  const body = readBody(row.body);
  if (!webhookEnvelope.safeParse(body).success) return 'not understood';
  const status = cardStatusChange.safeParse(body);
  if (status.success) return takeStatusChange(parts, row.id, status.data.data);
  const transaction = cardTransactionStateChange.safeParse(body);
  if (transaction.success) return takeTransactionChange(parts, transaction.data.data);
  const transfer = transferStateChange.safeParse(body);
  if (transfer.success) return takeTransferChange(parts, transfer.data.data);
  const failure = transferPayoutFailure.safeParse(body);
  if (failure.success) return takePayoutFailure(parts, failure.data.data);
  const initiation = paymentInitiationStateChange.safeParse(body);
  if (initiation.success) return takeInitiationChange(parts, initiation.data.data);
  const balance = balanceUpdate.safeParse(body);
  if (balance.success) return takeBalanceUpdate(parts, row.id, balance.data.data);
  return 'not used yet';
}

/** Open pages read the transaction from Wise, with the rights of who looks. Nothing of it is kept here. */
async function takeTransactionChange(
  { store }: Runtime,
  { resource, transaction_id }: z.output<typeof cardTransactionStateChange>['data'],
): Promise<string> {
  await store.db.transaction((tx) =>
    publishEvent(tx, {
      type: 'card-transaction.changed',
      profileId: resource.profile_id,
      cardToken: resource.card_token,
      transactionId: transaction_id,
    }),
  );
  return 'pages told';
}

async function takeStatusChange(
  parts: Runtime,
  deliveryId: string,
  { resource, card_status, changed_by, occurred_at }: CardStatusChangeData,
): Promise<string> {
  const profileId = resource.profile_id;
  await parts.store.db
    .insert(cardStatusChanges)
    .values({
      id: deliveryId,
      cardToken: resource.card_token,
      profileId,
      status: card_status,
      changedBy: changed_by,
      occurredAt: new Date(occurred_at),
    })
    .onConflictDoNothing();
  const [profile] = await parts.store.db
    .select({ userId: profiles.userId })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  if (!profile) return 'profile not connected';
  // What this console did itself, and stored with Wise's answer, needs no reading.
  const [known] = await parts.store.db
    .select({ status: cards.status, modificationTime: cards.modificationTime })
    .from(cards)
    .where(eq(cards.token, resource.card_token));
  const knownUntil = Date.parse(known?.modificationTime ?? '') + sameMomentMs;
  if (known?.status === card_status && knownUntil >= Date.parse(occurred_at)) return 'known already';
  // Deliveries come in any order: the card's present state is asked for, not guessed from the event.
  const asOf = new Date();
  const card = await parts.wise.cards.getCard(
    { userId: profile.userId, priority: 'background' },
    profileId,
    resource.card_token,
  );
  await storeCards(parts.store.db, [card], asOf);
  return 'card read again';
}

function readBody(text: string): unknown {
  try {
    return parseWiseJson(text);
  } catch {
    return undefined;
  }
}
