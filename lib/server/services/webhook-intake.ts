import 'server-only';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { webhookDeliveries } from '../db/schema/wise.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { parseWiseJson, stringifyWiseJson } from '../wise/json.ts';

export interface Delivery {
  rawBody: Buffer;
  signature: string | null;
  deliveryId: string | null;
  isTest: boolean;
}

/** Wise: X-Signature-SHA256 holds base64 of RSA-SHA256 (PKCS1 v1.5) over the raw bytes of the body. */
export function isSignedBy(publicKeyPem: string, rawBody: Buffer, signature: string): boolean {
  try {
    return verify('RSA-SHA256', rawBody, createPublicKey(publicKeyPem), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/**
 * Keeps a delivery durably; only then may it be answered with 200. The same content again changes nothing: Wise repeats
 * deliveries, and one event may come through several subscriptions.
 * @throws AppError webhook_signature_wrong; store_unavailable (503), so that Wise tries again
 */
export async function takeDelivery(parts: Runtime, delivery: Delivery): Promise<void> {
  const key = parts.env.wise.webhookPublicKey;
  if (!key || !delivery.signature || !isSignedBy(key, delivery.rawBody, delivery.signature)) {
    throw new AppError('webhook_signature_wrong');
  }
  const text = delivery.rawBody.toString('utf8');
  try {
    await parts.store.db
      .insert(webhookDeliveries)
      .values({
        deliveryId: delivery.deliveryId,
        contentDigest: createHash('sha256').update(contentOf(text)).digest('hex'),
        isTest: delivery.isTest,
        body: text,
        eventType: /"event_type"\s*:\s*"([\w#.-]{1,100})"/.exec(text)?.[1] ?? null,
      })
      .onConflictDoNothing({ target: webhookDeliveries.contentDigest });
  } catch (cause) {
    throw new AppError('store_unavailable', { cause });
  }
  await parts.jobs.ask('process-deliveries').catch(() => undefined);
}

/** The same event through two subscriptions, or sent again, differs only in `subscription_id` and `sent_at`. */
function contentOf(text: string): string {
  try {
    const body = parseWiseJson(text);
    if (typeof body !== 'object' || body === null || !('data' in body)) return text;
    const eventType = 'event_type' in body ? body.event_type : null;
    return stringifyWiseJson([eventType, body.data]);
  } catch {
    return text;
  }
}
