import type { CardStatusChangeData } from '../../contracts/wise/webhook-events.ts';
import { printTime } from '../core/clock.ts';
import type { CardRecord } from '../entities.ts';

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
