import 'server-only';
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { parseWiseJson, stringifyWiseJson } from '../../wise/json.ts';
import { isSignedBy } from './signature.ts';

export interface Delivery {
  rawBody: Buffer;
  signature: string | null;
  deliveryId: string | null;
  isTest: boolean;
}

/** Wise's ids are UUIDs; the header is not signed, so anything may stand there. */
const deliveryIdForm = /^[\w-]{1,100}$/;
const eventTypeForm = /"event_type"\s*:\s*"([\w#.-]{1,100})"/;

/**
 * Keeps a delivery durably; only then may it be answered with 200. What was seen before, by its id or its content, changes
 * nothing: Wise repeats deliveries, and one event may come through several subscriptions. How old it is does not matter:
 * after a crash Wise tries for two weeks.
 * @throws AppError webhook_signature_wrong; store_unavailable (503), so that Wise tries again
 */
export async function takeDelivery(parts: Runtime, delivery: Delivery): Promise<void> {
  const key = parts.env.wise.webhookPublicKey;
  const { deliveryId, isTest, rawBody, signature } = delivery;
  if (!key || !signature || !isSignedBy(key, rawBody, signature)) {
    throw new AppError('webhook_signature_wrong');
  }
  const body = toText(rawBody);
  try {
    await parts.intake.keep({
      deliveryId: deliveryId !== null && deliveryIdForm.test(deliveryId) ? deliveryId : null,
      contentDigest: createHash('sha256').update(contentOf(body, isTest)).digest('hex'),
      isTest,
      body,
      eventType: eventTypeForm.exec(body)?.[1] ?? null,
    });
  } catch (cause) {
    throw new AppError('store_unavailable', { cause });
  }
}

/** The store keeps text: what is none is kept as base64 of its bytes. */
function toText(rawBody: Buffer): string {
  const isText = isUtf8(rawBody) && !rawBody.includes(0);
  return isText ? rawBody.toString('utf8') : `base64:${rawBody.toString('base64')}`;
}

/**
 * The same event through two subscriptions, or sent again, differs only in `subscription_id` and `sent_at`. The mark of a
 * test is not signed, so a test never stands for the event itself.
 */
function contentOf(text: string, isTest: boolean): string {
  const mark = isTest ? 'test ' : '';
  try {
    const body = parseWiseJson(text);
    if (typeof body !== 'object' || body === null || !('data' in body)) return mark + text;
    const eventType = 'event_type' in body ? body.event_type : null;
    return mark + stringifyWiseJson([eventType, body.data]);
  } catch {
    return mark + text;
  }
}
