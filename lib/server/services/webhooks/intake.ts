import 'server-only';
import { sql } from 'drizzle-orm';
import type { ErrorCode } from '../../../catalogues/errors.ts';
import { webhookDeliveries, webhookRefusals } from '../../db/schema/wise.ts';
import { WritesTogether } from '../../db/writes-together.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { deliveriesJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';

type Parts = Pick<Runtime, 'store' | 'jobs' | 'metrics' | 'log'>;
export type NewDelivery = typeof webhookDeliveries.$inferInsert;

const wakeEveryMs = 250;
const flushEveryMs = 1000;
const mostQuietMs = 40;

/**
 * Keeps deliveries, those that come together by one statement, has them worked through soon, however many there are, and
 * counts what was turned away. A crash loses at most the counts of the last second.
 */
export class WebhookIntake {
  #parts: Parts;
  #writes = new WritesTogether((together: readonly NewDelivery[]) => this.#store(together));
  #waking: NodeJS.Timeout | undefined;
  #underWay = 0;
  #onQuiet: (() => void) | undefined;
  #refused = new Map<ErrorCode, { count: number; lastAt: Date }>();
  #flushing: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Stored when it resolves; then it is taken in within a moment, or by the minute's run. What was seen before changes nothing. */
  async keep(delivery: NewDelivery): Promise<void> {
    await this.#writes.add(delivery);
    this.#wake();
  }

  #wake(): void {
    if (this.#waking) return;
    this.#ask();
    this.#waking = setTimeout(() => {
      this.#waking = undefined;
      this.#ask();
    }, wakeEveryMs);
    this.#waking.unref();
  }

  /** While one is being answered, what came before waits a little: Wise gives an answer five seconds. */
  async during<T>(take: () => Promise<T>): Promise<T> {
    this.#underWay++;
    try {
      return await take();
    } finally {
      this.#underWay--;
      if (this.#underWay === 0) this.#onQuiet?.();
    }
  }

  /** Resolves once nothing is being answered, or after some milliseconds: what came is taken in under a storm too. */
  async quiet(): Promise<void> {
    if (this.#underWay === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, mostQuietMs);
      this.#onQuiet = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#onQuiet = undefined;
  }

  noteRefusal(reason: ErrorCode): void {
    this.#parts.metrics.countRefusedDelivery(reason);
    const before = this.#refused.get(reason)?.count ?? 0;
    this.#refused.set(reason, { count: before + 1, lastAt: new Date() });
    this.#flushing ??= setTimeout(() => {
      void this.flush().catch(() => this.#parts.log.warn('refused deliveries not counted'));
    }, flushEveryMs).unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.#flushing);
    this.#flushing = undefined;
    const counted = [...this.#refused];
    this.#refused.clear();
    if (counted.length === 0) return;
    for (const [reason, { count, lastAt }] of counted)
      await this.#parts.store.db
        .insert(webhookRefusals)
        .values({ day: lastAt.toISOString().slice(0, 10), reason, count, lastAt })
        .onConflictDoUpdate({
          target: [webhookRefusals.day, webhookRefusals.reason],
          set: { count: sql`${webhookRefusals.count} + excluded.count`, lastAt: sql`excluded.last_at` },
        });
    await this.#parts.store.db.transaction((tx) => publishEvent(tx, { type: 'webhooks.changed' }));
  }

  async #store(together: readonly NewDelivery[]): Promise<() => void> {
    // In one order, or two replicas that are told the same would wait for each other.
    const inOrder = together.toSorted((one, other) => (one.contentDigest < other.contentDigest ? -1 : 1));
    await this.#parts.store.db.insert(webhookDeliveries).values(inOrder).onConflictDoNothing();
    return () => undefined;
  }

  #ask(): void {
    void this.#parts.jobs.ask(deliveriesJob).catch(() => undefined);
  }
}
