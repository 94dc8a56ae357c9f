import 'server-only';
import type { WebhookOutcome } from '../../../catalogues/webhook-outcomes.ts';
import { webhookEnvelope } from '../../../contracts/wise/webhook-events.ts';
import type { webhookDeliveries } from '../../db/schema/wise.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import { parseWiseJson } from '../../wise/json.ts';
import { momentOf } from './moment.ts';
import { kindOf } from './webhook-kinds.ts';

type Row = typeof webhookDeliveries.$inferSelect;

/** What one delivery tells becomes what the store and open pages know. @throws where it is to be tried again */
export async function takeEvent(parts: Runtime, row: Row): Promise<WebhookOutcome> {
  const envelope = webhookEnvelope.safeParse(readBody(row.body));
  if (!envelope.success) return 'not-understood';
  const { data, event_type: eventType, sent_at: sentAt } = envelope.data;
  if (row.isTest) return 'test';
  const kind = kindOf(eventType);
  if (!kind) return 'kind-not-used';
  const { id, receivedAt } = row;
  try {
    return await kind.take(parts, data, { id, receivedAt, sentAt: momentOf(sentAt) ?? receivedAt });
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
