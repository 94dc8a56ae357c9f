import 'server-only';
import type { WebhookOutcome } from '../../../catalogues/webhook-outcomes.ts';
import { webhookEnvelope, webhookSubject } from '../../../contracts/wise/webhook-events.ts';
import type { webhookDeliveries } from '../../db/schema/wise.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import { parseWiseJson } from '../../wise/json.ts';
import { momentOf } from './moment.ts';
import { kindOf } from './webhook-kinds.ts';

type Row = typeof webhookDeliveries.$inferSelect;
type Envelope = ReturnType<typeof webhookEnvelope.parse>;

/** The envelope and what the data say of themselves, for every kind; undefined for what is no notification. */
export function readEvent(text: string) {
  const envelope = webhookEnvelope.safeParse(readBody(text));
  if (!envelope.success) return undefined;
  const { profileId, subjectId, occurredAt } = webhookSubject.parse(envelope.data.data);
  const { event_type: eventType, schema_version: schemaVersion } = envelope.data;
  return {
    envelope: envelope.data,
    facts: { eventType, schemaVersion, profileId, subjectId, occurredAt: momentOf(occurredAt) },
  };
}

/** What one delivery tells becomes what the store and open pages know. @throws where it is to be tried again */
export async function takeEvent(
  parts: Runtime,
  row: Row,
  envelope: Envelope | undefined,
): Promise<WebhookOutcome> {
  if (!envelope) return 'not-understood';
  if (row.isTest) return 'test';
  const kind = kindOf(envelope.event_type);
  if (!kind) return 'kind-not-used';
  const { id, receivedAt } = row;
  const sentAt = momentOf(envelope.sent_at) ?? receivedAt;
  try {
    return await kind.take(parts, envelope.data, { id, receivedAt, sentAt });
  } catch (error) {
    // Asked again it would say the same.
    if (error instanceof WiseError && error.kind === 'not-found') return 'gone-at-wise';
    throw error;
  }
}

function readBody(text: string): unknown {
  try {
    return parseWiseJson(text);
  } catch {
    return undefined;
  }
}
