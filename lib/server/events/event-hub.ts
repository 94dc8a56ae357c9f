import 'server-only';
import { asc, desc, gt, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ConsoleEvent } from '../../contracts/events.ts';
import type { Database, Store } from '../db/database.ts';
import { consoleEvents } from '../db/schema/audit.ts';

const channel = 'console_events';
const orderLock = 727_003;
const batch = 500;
const keepForMs = 24 * 60 * 60 * 1000;

const nobodys = '00000000-0000-4000-8000-000000000000';
const storedEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('card.changed'), profileId: z.string(), cardToken: z.string() }),
  z.object({
    type: z.literal('card-transaction.changed'),
    profileId: z.string(),
    cardToken: z.string(),
    transactionId: z.string(),
    isHidden: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('bulk.changed'), bulkId: z.string() }),
  z.object({ type: z.literal('batch.changed'), batchGroupId: z.string() }),
  z.object({ type: z.literal('cards.synced') }),
  z.object({ type: z.literal('card-order.changed'), profileId: z.string(), orderId: z.string() }),
  z.object({ type: z.literal('production.changed'), profileId: z.string(), cardToken: z.string() }),
  z.object({ type: z.literal('balances.changed'), profileId: z.string() }),
  z.object({ type: z.literal('branch.changed'), branchId: z.string() }),
  z.object({ type: z.literal('webhooks.changed') }),
  z.object({ type: z.literal('connections.changed') }),
  z.object({
    type: z.literal('hold.changed'),
    profileId: z.string(),
    cardToken: z.string(),
    holdId: z.string(),
    wasOpen: z.boolean(),
  }),
  // Those stored by an earlier version name none, and reach nobody.
  z.object({ type: z.literal('approvals.changed'), approvalId: z.uuid().default(nobodys) }),
  z.object({ type: z.literal('approval-rules.changed') }),
  z.object({ type: z.literal('cases.changed') }),
  z.object({ type: z.literal('desk-rules.changed') }),
  z.object({ type: z.literal('retention.changed') }),
  z.object({ type: z.literal('new-codes.changed') }),
  z.object({ type: z.literal('decline-reasons.changed') }),
  z.object({ type: z.literal('views.changed'), team: z.string() }),
  z.object({ type: z.literal('staff.changed') }),
  z.object({ type: z.literal('sessions.changed') }),
]);

/** What can be stored can be read again: one that could not would keep every later one from the open pages. */
export type KeptEvent = z.output<typeof storedEvent>;

export interface StoredEvent {
  id: number;
  event: ConsoleEvent;
}
type Subscriber = (event: StoredEvent) => void;

/**
 * Stores an event together with the change it tells of. The lock is held until the transaction ends, so that ids are
 * given in the order of commits and a reader who has seen id n will never be surprised by a smaller one.
 */
export async function publishEvent(tx: Database, ...events: KeptEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(${orderLock})`);
  await tx.insert(consoleEvents).values(events.map((event) => ({ event })));
  await tx.execute(sql`select pg_notify(${channel}, '')`);
}

/** Hands stored events to this replica's open streams, in the order of their ids. */
export class EventHub {
  #store: Store;
  #subscribers = new Set<Subscriber>();
  #lastId = 0;
  #reading: Promise<void> | undefined;
  #again = false;
  #onClose = new Set<() => void>();

  constructor(store: Store) {
    this.#store = store;
  }

  async start(): Promise<void> {
    this.#lastId = await this.newestId();
    // A failed read is made good by the next notification: ids go on from the last one seen.
    const read = () => void this.#read().catch(() => undefined);
    await this.#store.listen(channel, read, read);
  }

  get lastId(): number {
    return this.#lastId;
  }

  get subscribers(): number {
    return this.#subscribers.size;
  }

  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  /** Calls back when the console stops, so that open streams end and the browser reconnects elsewhere or later. */
  onClose(call: () => void): () => void {
    this.#onClose.add(call);
    return () => this.#onClose.delete(call);
  }

  close(): void {
    for (const call of this.#onClose) call();
  }

  async newestId(): Promise<number> {
    const [row] = await this.#store.db
      .select({ id: consoleEvents.id })
      .from(consoleEvents)
      .orderBy(desc(consoleEvents.id))
      .limit(1);
    return row?.id ?? 0;
  }

  /** Events after an id, oldest first; one batch at most. */
  async readAfter(id: number): Promise<StoredEvent[]> {
    const rows = await this.#store.db
      .select({ id: consoleEvents.id, event: consoleEvents.event })
      .from(consoleEvents)
      .where(gt(consoleEvents.id, id))
      .orderBy(asc(consoleEvents.id))
      .limit(batch);
    return rows.map((row) => ({ id: row.id, event: storedEvent.parse(row.event) }));
  }

  async prune(): Promise<void> {
    await this.#store.db.delete(consoleEvents).where(lt(consoleEvents.at, new Date(Date.now() - keepForMs)));
  }

  #read(): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#drain().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #drain() {
    while (this.#again) {
      this.#again = false;
      for (;;) {
        const events = await this.readAfter(this.#lastId);
        for (const event of events) {
          this.#lastId = event.id;
          for (const subscriber of this.#subscribers) subscriber(event);
        }
        if (events.length < batch) break;
      }
    }
  }
}
