import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { listWebhookDeliveries, type WebhookDelivery } from '../../lib/contracts/webhooks.ts';
import { webhookHeaders } from '../../lib/contracts/wise/webhook-events.ts';
import { test as base } from '../fixtures.ts';
import { type ConsoleClient, createConsoleClient } from './console-client.ts';
import { startStack, type Stack } from './stack.ts';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

export const sign = (body: string | Buffer): string =>
  createSign('RSA-SHA256').update(body).sign(keys.privateKey, 'base64');

/** A console that takes what these tests sign. What the emulator itself sends is a forgery to it. */
export const test = base.extend<{ hook: Hook }, { stack: Stack }>({
  stack: [
    async ({}, provide, { project, workerIndex }) => {
      const stack = await startStack(`${project.name}-hooks-${workerIndex}`, {
        WISE_WEBHOOK_PUBLIC_KEY: keys.publicKey,
      });
      await provide(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 360_000 },
  ],
  hook: async ({ as, stack }, provide) => {
    await provide(new Hook(createConsoleClient(stack.consoleUrl), () => as('admin')));
  },
});

interface EventToSend {
  eventType: string;
  data: Record<string, unknown>;
  version?: string;
  sentAt?: string;
  subscriptionId?: string;
}

export const printEvent = ({
  data,
  eventType,
  sentAt,
  subscriptionId,
  version = '4.0.0',
}: EventToSend): string =>
  JSON.stringify({
    data,
    subscription_id: subscriptionId ?? randomUUID(),
    event_type: eventType,
    schema_version: version,
    sent_at: sentAt ?? new Date().toISOString(),
  });

export class Hook {
  #anybody: ConsoleClient;
  #admin: () => Promise<ConsoleClient>;

  constructor(anybody: ConsoleClient, admin: () => Promise<ConsoleClient>) {
    this.#anybody = anybody;
    this.#admin = admin;
  }

  /** As Wise does. @returns the answer's status */
  async post(
    body: string,
    {
      id = randomUUID(),
      isTest = false,
      signature = sign(body),
    }: { id?: string; isTest?: boolean; signature?: string } = {},
  ): Promise<number> {
    const answer = await this.#anybody.send('POST', '/api/webhooks/wise', {
      body,
      origin: null,
      headers: {
        [webhookHeaders.signature]: signature,
        [webhookHeaders.deliveryId]: id,
        ...(isTest && { [webhookHeaders.testNotification]: 'true' }),
      },
    });
    return answer.status;
  }

  /** The deliveries that begin with this id, or are about what does. */
  async find(query: string): Promise<WebhookDelivery[]> {
    const { body } = await (await this.#admin()).call(listWebhookDeliveries, {
      query: { query, limit: 200 },
    });
    return body.items;
  }

  /** Sends it and waits until it was taken in. */
  async deliver(event: EventToSend): Promise<WebhookDelivery> {
    const id = randomUUID();
    expect(await this.post(printEvent(event), { id })).toBe(200);
    return this.untilDone(id);
  }

  async untilDone(id: string): Promise<WebhookDelivery> {
    await expect.poll(async () => (await this.find(id))[0]?.state).toBe('done');
    const [delivery] = await this.find(id);
    if (!delivery) throw new Error(`No delivery ${id}`);
    return delivery;
  }
}
