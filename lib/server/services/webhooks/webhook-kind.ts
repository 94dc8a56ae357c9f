import 'server-only';
import type { z } from 'zod';
import type { WebhookOutcome } from '../../../catalogues/webhook-outcomes.ts';
import type { Runtime } from '../../runtime.ts';

/** What is known of a delivery beside its data. */
export interface DeliveryFacts {
  /** The delivery's row: what is made of it is made once. */
  id: string;
  /** Wise: when the notification was sent, in the signed body. */
  sentAt: Date;
  receivedAt: Date;
}

/** One kind of event and what the console makes of it. */
export interface WebhookKind {
  eventType: string;
  /** May run again: a process that dies in between leaves its delivery to the next one. @throws where it is to be tried again */
  take(parts: Runtime, data: unknown, delivery: DeliveryFacts): Promise<WebhookOutcome>;
}

/** @param schema of `data`, in every schema version that Wise sends */
export const webhookKind = <S extends z.ZodType>(
  eventType: string,
  schema: S,
  take: (parts: Runtime, data: z.output<S>, delivery: DeliveryFacts) => Promise<WebhookOutcome>,
): WebhookKind => ({
  eventType,
  async take(parts, data, delivery) {
    const parsed = schema.safeParse(data);
    return parsed.success ? take(parts, parsed.data, delivery) : 'not-understood';
  },
});
