import { webhookHeaders } from '../../contracts/wise/webhook-events.ts';
import { printMilliseconds } from '../core/clock.ts';
import type {
  CardRecord,
  CardTransactionRecord,
  DeliveryAttempt,
  DeliveryRecord,
  SubscriptionRecord,
} from '../entities.ts';
import type { World } from '../world.ts';
import { cardStatusChangePayload, type PayloadMaker, printEnvelope } from './payloads.ts';
import { readRetryAfter, waitBeforeNextTry } from './retry-schedule.ts';
import { samplePayloads } from './sample-payloads.ts';
import type { SendWebhook } from './send-webhook.ts';
import { type SigningKeys, signBody } from './signing-keys.ts';
import { cardTransactionPayload } from './transaction-payload.ts';

const sentAtOnce = 20;
const longestTimerMs = 2_000_000_000;
const shuffleWithinMs = 1_500;
/** Stands for everything nobody subscribed to while the setting `webhookUrl` is set. */
const standingSubscription = { id: '00000000-0000-4000-8000-000000000001', version: '4.0.0', url: '' };

type Target = Pick<SubscriptionRecord, 'id' | 'version' | 'url'>;

interface DispatcherOptions {
  world: World;
  keys: SigningKeys;
  send: SendWebhook;
}

/**
 * Sends signed deliveries and repeats those that fail, by the emulator's clock.
 *
 * The setting `webhookUrl`: every delivery goes there in place of its subscription's own address, and an event that
 * nobody subscribed to is sent there as well, in version 4.0.0 under a fixed subscription id.
 */
export class Dispatcher {
  readonly #world: World;
  readonly #keys: SigningKeys;
  readonly #send: SendWebhook;
  readonly #due = new Map<string, number>();
  readonly #inFlight = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor({ keys, send, world }: DispatcherOptions) {
    this.#world = world;
    this.#keys = keys;
    this.#send = send;
  }

  /** Takes up what was pending, after a start or a reset. */
  restore(): void {
    this.#due.clear();
    for (const delivery of this.#world.deliveries.values())
      if (delivery.state === 'pending' && delivery.dueAtMs !== null)
        this.#due.set(delivery.id, delivery.dueAtMs);
    this.wake();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  emitCardStatusChange(card: CardRecord, changedBy: string): void {
    const occurredAtMs = this.#world.clock.now();
    this.emit('cards#card-status-change', cardStatusChangePayload(card, changedBy, occurredAtMs));
  }

  /** @param row as it is after the step it tells of */
  emitCardTransactionStateChange(row: CardTransactionRecord, card: CardRecord): void {
    this.emit('cards#transaction-state-change', cardTransactionPayload(row, card));
  }

  /** @returns undefined for an event whose dummy data the emulator does not have yet. */
  sendTest(subscription: SubscriptionRecord, clientId: string): DeliveryRecord | undefined {
    const { clock, random } = this.#world;
    const { triggerOn } = subscription;
    const makeData = samplePayloads[triggerOn]?.({
      random: random.ids,
      clientId,
      nowMs: clock.now(),
      profileId: 0,
      cardToken: random.ids.uuid(),
      id: 0,
    });
    if (!makeData) return undefined;
    const delivery = this.#queue(subscription, triggerOn, this.#print(subscription, triggerOn, makeData), {
      isTest: true,
    });
    this.wake();
    return delivery;
  }

  cancelOf(subscriptionId: string): void {
    for (const id of [...this.#due.keys()]) {
      const delivery = this.#world.deliveries.get(id);
      if (delivery?.subscriptionId === subscriptionId) this.#finish(delivery, 'cancelled');
    }
  }

  /** Sends what is due now. Called when something was queued and when the clock was advanced. */
  wake(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    const now = this.#world.clock.now();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const [id, dueMs] of this.#due) {
      if (this.#inFlight.size >= sentAtOnce) return;
      if (this.#inFlight.has(id)) continue;
      if (dueMs <= now) this.#start(id);
      else nextMs = Math.min(nextMs, dueMs);
    }
    if (nextMs === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.wake(), Math.min(longestTimerMs, nextMs - now));
    this.#timer.unref();
  }

  /** Waits until nothing is under way and nothing is due. */
  async settle(): Promise<void> {
    this.wake();
    while (this.#inFlight.size > 0) await Promise.race(this.#inFlight.values());
  }

  /** @param profileId whose event it is, for those who subscribed as a profile */
  emit(eventType: string, makeData: PayloadMaker, profileId?: number): void {
    const { settings, subscriptions } = this.#world;
    const subscribed: Target[] = subscriptions
      .all()
      .filter(
        (row) =>
          row.triggerOn === eventType && (row.domain === 'application' || row.scopeId === String(profileId)),
      );
    const targets = subscribed.length === 0 && settings.webhookUrl ? [standingSubscription] : subscribed;
    this.#deliver(targets, eventType, (target) => this.#print(target, eventType, makeData));
  }

  /**
   * Sends an event of any kind and version, subscribed or not: to whoever subscribed to it, and where nobody did to the
   * address of the application's first subscription.
   * @param printBody the whole body for a subscription's id
   * @returns the deliveries that were queued, none where there is no address at all
   */
  sendAny(
    eventType: string,
    version: string,
    printBody: (subscriptionId: string) => string,
  ): DeliveryRecord[] {
    const { settings, subscriptions } = this.#world;
    const all = subscriptions.all().filter(({ domain }) => domain === 'application');
    const subscribed = all.filter(({ triggerOn }) => triggerOn === eventType);
    const fallback = settings.webhookUrl ? [standingSubscription] : all.slice(0, 1);
    const targets = (subscribed.length > 0 ? subscribed : fallback).map(({ id, url }) => ({
      id,
      url,
      version,
    }));
    return this.#deliver(targets, eventType, ({ id }) => printBody(id));
  }

  #deliver(
    targets: readonly Target[],
    eventType: string,
    printBody: (target: Target) => string,
  ): DeliveryRecord[] {
    const { deliveries, random, settings } = this.#world;
    const { drop, duplicate, shuffle } = settings.webhookFaults;
    const queued = targets.map((target) => {
      const delayMs = random.webhooks.chance(shuffle) ? random.webhooks.between(300, shuffleWithinMs) : 0;
      const delivery = this.#queue(target, eventType, printBody(target), { delayMs });
      if (random.webhooks.chance(drop)) this.#finish(delivery, 'dropped');
      else if (random.webhooks.chance(duplicate)) {
        // Wise: a delivery id may be per attempt, so a duplicate need not carry the same one.
        const copy = deliveries.put({ ...delivery, id: random.ids.uuid() });
        this.#due.set(copy.id, copy.dueAtMs ?? 0);
      }
      return delivery;
    });
    this.wake();
    return queued;
  }

  #print({ id, version }: Target, eventType: string, makeData: PayloadMaker): string {
    return printEnvelope(id, eventType, version, this.#world.clock.now(), makeData);
  }

  #queue(
    target: Target,
    eventType: string,
    body: string,
    { delayMs = 0, isTest = false }: { delayMs?: number; isTest?: boolean },
  ): DeliveryRecord {
    const { clock, deliveries, random } = this.#world;
    const now = clock.now();
    const delivery = deliveries.put({
      id: random.ids.uuid(),
      subscriptionId: target.id,
      eventType,
      schemaVersion: target.version,
      url: target.url,
      isTest,
      body,
      signature: signBody(this.#keys, body),
      state: 'pending',
      createdAtMs: now,
      dueAtMs: now + delayMs,
      attempts: [],
    });
    this.#due.set(delivery.id, now + delayMs);
    return delivery;
  }

  #start(id: string): void {
    const delivery = this.#world.deliveries.get(id);
    if (!delivery) {
      this.#due.delete(id);
      return;
    }
    const sending = this.#attempt(delivery).finally(() => {
      this.#inFlight.delete(id);
      this.wake();
    });
    this.#inFlight.set(id, sending);
  }

  async #attempt(delivery: DeliveryRecord): Promise<void> {
    const { clock, settings } = this.#world;
    const url = settings.webhookUrl ?? delivery.url;
    if (url === '') {
      this.#finish(delivery, 'cancelled');
      return;
    }
    const attempt: DeliveryAttempt = { at: printMilliseconds(clock.now()), status: null, error: null };
    let retryAfter: string | null = null;
    try {
      const answer = await this.#send(url, delivery.body, {
        'content-type': 'application/json',
        [webhookHeaders.signature]: delivery.signature,
        [webhookHeaders.deliveryId]: delivery.id,
        ...(delivery.isTest ? { [webhookHeaders.testNotification]: 'true' } : {}),
      });
      attempt.status = answer.status;
      retryAfter = answer.retryAfter;
    } catch (error) {
      attempt.error = error instanceof Error ? error.name : 'Error';
    }
    this.#settleAttempt(delivery.id, attempt, retryAfter);
  }

  #settleAttempt(id: string, attempt: DeliveryAttempt, retryAfter: string | null): void {
    const { clock, deliveries } = this.#world;
    const delivery = deliveries.get(id);
    // A reset or an unsubscription came in between.
    if (!delivery || !this.#due.has(id)) return;
    const tried = { ...delivery, attempts: [...delivery.attempts, attempt] };
    // Wise: any 2xx counts, says the newer of two pages.
    if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) {
      this.#finish(tried, 'delivered');
      return;
    }
    const retryAfterMs = readRetryAfter(retryAfter, clock.now());
    const waitMs = waitBeforeNextTry(tried.attempts, retryAfterMs);
    if (waitMs === null) {
      this.#finish(tried, 'failed');
      return;
    }
    // Counted from when it was due, so that a clock advanced by days makes up for every retry that fell into them.
    const fromMs = retryAfterMs === null ? (delivery.dueAtMs ?? clock.now()) : clock.now();
    this.#due.set(id, fromMs + waitMs);
    deliveries.put({ ...tried, dueAtMs: fromMs + waitMs });
  }

  #finish(delivery: DeliveryRecord, state: Exclude<DeliveryRecord['state'], 'pending'>): void {
    this.#due.delete(delivery.id);
    this.#world.deliveries.put({ ...delivery, state, dueAtMs: null });
  }
}
