import 'server-only';
import { and, eq } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Database } from '../db/database.ts';
import { profiles, wiseConnections } from '../db/schema/wise.ts';

/** What is looked at before every call: no call goes out by a connection that another replica has ended. */
export interface ConnectionFacts {
  kind: string;
  state: string;
  /** Profiles that Wise has deactivated: asking for them would only cost a token. */
  deactivated: ReadonlySet<string>;
}

const rememberedMs = 5_000;

/** Remembered for a few seconds, and dropped at once where a change is known. */
export class ConnectionFactsReader {
  readonly #db: Database;
  readonly #remembered = new LRUCache<string, ConnectionFacts>({ max: 5_000, ttl: rememberedMs });
  readonly #reading = new Map<string, Promise<ConnectionFacts | undefined>>();

  constructor(db: Database) {
    this.#db = db;
  }

  async of(userId: string): Promise<ConnectionFacts | undefined> {
    const known = this.#remembered.get(userId);
    if (known) return known;
    const reading = this.#reading.get(userId) ?? this.#read(userId);
    this.#reading.set(userId, reading);
    try {
      const facts = await reading;
      if (facts && this.#reading.get(userId) === reading) this.#remembered.set(userId, facts);
      return facts;
    } finally {
      if (this.#reading.get(userId) === reading) this.#reading.delete(userId);
    }
  }

  /** @param userId left out: everybody's */
  drop(userId?: string): void {
    if (userId === undefined) this.#remembered.clear();
    else this.#remembered.delete(userId);
    // What is being read may be from before the change.
    this.#reading.clear();
  }

  async #read(userId: string): Promise<ConnectionFacts | undefined> {
    const rows = await this.#db
      .select({ kind: wiseConnections.kind, state: wiseConnections.state, profileId: profiles.id })
      .from(wiseConnections)
      .leftJoin(profiles, and(eq(profiles.userId, wiseConnections.userId), eq(profiles.state, 'DEACTIVATED')))
      .where(eq(wiseConnections.userId, userId));
    const [first] = rows;
    if (!first) return undefined;
    const { kind, state } = first;
    return { kind, state, deactivated: new Set(rows.flatMap(({ profileId }) => profileId ?? [])) };
  }
}
