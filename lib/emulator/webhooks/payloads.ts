import type { CardStatusChangeData } from '../../contracts/wise/webhook-events.ts';
import { printTime } from '../core/clock.ts';
import type { Random } from '../core/random.ts';
import type { CardRecord } from '../entities.ts';
import { authorise, capture } from '../transactions/steps.ts';
import { cardTransactionPayload } from './transaction-payload.ts';

/** Makes an event's `data` for a schema version. */
export type PayloadMaker = (version: string) => Record<string, unknown>;

type WithNumericId<T> = T extends { resource: infer R }
  ? Omit<T, 'resource'> & { resource: Omit<R, 'profile_id'> & { profile_id: number } }
  : never;

export function cardStatusChangePayload(
  card: Pick<CardRecord, 'token' | 'profileId' | 'clientId' | 'status'>,
  changedBy: string,
  occurredAtMs: number,
): PayloadMaker {
  return (version) =>
    ({
      resource: {
        type: 'card',
        profile_id: card.profileId,
        client_id: card.clientId,
        card_token: card.token,
      },
      card_status: card.status,
      changed_by: changedBy,
      occurred_at: printTime(occurredAtMs, version),
    }) satisfies WithNumericId<CardStatusChangeData>;
}

/** Wise: test notifications have the right structure with dummy data: random UUIDs and ids 0. */
export const testPayloads: Record<string, (random: Random, clientId: string, nowMs: number) => PayloadMaker> =
  {
    'cards#card-status-change': (random, clientId, nowMs) =>
      cardStatusChangePayload(
        { token: random.uuid(), profileId: 0, clientId, status: 'ACTIVE' },
        clientId,
        nowMs,
      ),
    'cards#transaction-state-change': (random, clientId, nowMs) => {
      const card = {
        token: random.uuid(),
        profileId: 0,
        clientId,
        lastFourDigits: '0000',
        cardProgram: { name: '', scheme: 'VISA', defaultCurrency: 'EUR', cardType: 'VIRTUAL' },
      };
      const amount = { amount: 100, currency: 'EUR' };
      const held = authorise({ id: 0, card, type: 'ECOM_PURCHASE', amount, atMs: nowMs });
      return cardTransactionPayload(capture(held, nowMs), card);
    },
  };

export function printEnvelope(
  subscriptionId: string,
  eventType: string,
  version: string,
  sentAtMs: number,
  makeData: PayloadMaker,
): string {
  return JSON.stringify({
    data: makeData(version),
    subscription_id: subscriptionId,
    event_type: eventType,
    schema_version: version,
    sent_at: printTime(sentAtMs, version),
  });
}
