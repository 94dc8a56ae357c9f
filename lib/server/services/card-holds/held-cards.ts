import 'server-only';
import type { Database } from '../../db/database.ts';
import { cardHolds } from '../../db/schema/card-holds.ts';
import type { EventHub } from '../../events/event-hub.ts';
import { isStanding } from './whose.ts';

const readAnewAfterMs = 5000;

/** Which cards may stand under a hold, so that a read of any other asks the store nothing. It guards nothing. */
export class HeldCards {
  #db: Database;
  #tokens = new Set<string>();
  #notedMeanwhile = new Set<string>();
  #readAnewAt = 0;
  #reading: Promise<void> | undefined;

  constructor(db: Database, hub: Pick<EventHub, 'subscribe'>) {
    this.#db = db;
    hub.subscribe(({ event }) => {
      if (event.type === 'card.changed' || event.type === 'hold.changed') this.note(event.cardToken);
    });
  }

  /** A hold may have begun on it; to be told after the transaction. */
  note(cardToken: string): void {
    this.#tokens.add(cardToken);
    this.#notedMeanwhile.add(cardToken);
  }

  async mayBeHeld(cardToken: string): Promise<boolean> {
    if (Date.now() >= this.#readAnewAt)
      await (this.#reading ??= this.#read().finally(() => (this.#reading = undefined)));
    return this.#tokens.has(cardToken);
  }

  async #read(): Promise<void> {
    this.#notedMeanwhile.clear();
    const rows = await this.#db.select({ token: cardHolds.cardToken }).from(cardHolds).where(isStanding);
    this.#tokens = new Set([...rows.map(({ token }) => token), ...this.#notedMeanwhile]);
    this.#readAnewAt = Date.now() + readAnewAfterMs;
  }
}
