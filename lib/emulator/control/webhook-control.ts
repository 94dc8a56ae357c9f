import type { Hono } from 'hono';
import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { webhookEvents } from '../webhooks/event-catalogue.ts';
import { printEnvelope } from '../webhooks/payloads.ts';
import { samplePayloads } from '../webhooks/sample-payloads.ts';
import type { EmulatorEnv } from '../wise/context.ts';
import { validationRefusal } from '../wise/refusal.ts';
import { oauthClient } from '../world.ts';
import { parseControl } from './control-context.ts';

const sendBody = z.strictObject({
  /** Any, one nobody knows too. */
  eventType: z.string().min(1).max(100),
  /** The newest Wise documents of the event where it is left out. */
  version: z.string().min(1).max(20).optional(),
  /** Laid over the sample, its `resource` key by key; of an event without a sample all there is. */
  data: z.record(z.string(), z.unknown()).optional(),
  /** What the sample is about. */
  profileId: z.coerce.number().int().min(0).default(0),
  cardToken: z.string().optional(),
  id: z.coerce.number().int().min(0).default(0),
  /** Signed and sent as it is, in place of everything above. */
  body: z.string().optional(),
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function layOver(sample: Record<string, unknown>, data: Record<string, unknown>): Record<string, unknown> {
  const { resource } = sample;
  const told = data.resource;
  if (!isRecord(resource) || !isRecord(told)) return { ...sample, ...data };
  return { ...sample, ...data, resource: { ...resource, ...told } };
}

/** Events of every kind and version, also such as the emulator never comes to by itself. */
export function registerWebhookControl(app: Hono<EmulatorEnv>, { webhooks, world }: Emulator): void {
  app.post('/_emulator/webhooks/send', async (c) => {
    const { body, data, eventType, ...wanted } = await parseControl(c, sendBody);
    const version = wanted.version ?? webhookEvents[eventType]?.versions[0] ?? '4.0.0';
    const nowMs = world.clock.now();
    const sample = samplePayloads[eventType]?.({
      random: world.random.ids,
      clientId: oauthClient.id,
      nowMs,
      profileId: wanted.profileId,
      cardToken: wanted.cardToken ?? world.random.ids.uuid(),
      id: wanted.id,
    });
    if (!sample && !data && body === undefined)
      throw validationRefusal(400, {
        code: 'NOT_VALID',
        message: 'is needed: there is no sample of this event',
        path: 'data',
      });
    const print = (subscriptionId: string) =>
      body ??
      printEnvelope(subscriptionId, eventType, version, nowMs, () =>
        layOver(sample?.(version) ?? {}, data ?? {}),
      );
    const sent = webhooks.sendAny(eventType, version, print);
    if (sent.length === 0)
      throw validationRefusal(422, { code: 'NO_ADDRESS', message: 'Nobody subscribed to anything' });
    return c.json({ items: sent.map(({ body: text, id, signature }) => ({ id, body: text, signature })) });
  });
}
