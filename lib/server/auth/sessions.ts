import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Database } from '../db/database.ts';
import { people, sessions } from '../db/schema/staff.ts';
import { publishEvent } from '../events/event-hub.ts';
import { branchesOfPerson, limitsOfPerson, toPerson } from './find-person.ts';
import type { Operator } from './operator.ts';

export const sessionLifeMs = 12 * 60 * 60 * 1000;
export const idleLimitMs = 15 * 60 * 1000;
const cacheForMs = 5000;
const touchEveryMs = 30_000;
export const sessionChannel = 'console_sessions';

interface Cached {
  operator: Operator;
  lastSeenAt: number;
}

/**
 * Sessions live in the store; the cookie holds only an id. A session that is found is remembered for at most five
 * seconds and dropped at once when any replica ends it.
 */
export class Sessions {
  #db: Database;
  #cache = new LRUCache<string, Cached>({ max: 5_000, ttl: cacheForMs });
  /** Many requests of one page wait for the same row. */
  #reading = new Map<string, Promise<Cached | undefined>>();
  #onDrop = new Set<() => void>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** A NOTIFY names a person whose sessions may have changed; empty = any. */
  drop(personId: string) {
    // What is being read may be from before the change.
    this.#reading.clear();
    for (const [id, cached] of this.#cache) {
      if (personId === '' || cached.operator.personId === personId) this.#cache.delete(id);
    }
    for (const call of this.#onDrop) call();
  }

  /** Calls back whenever sessions may have ended. @returns what stops it */
  onDrop(call: () => void): () => void {
    this.#onDrop.add(call);
    return () => this.#onDrop.delete(call);
  }

  async create(personId: string): Promise<string> {
    const id = randomUUID();
    const expiresAt = new Date(Date.now() + sessionLifeMs);
    await this.#db.transaction(async (tx) => {
      await tx.insert(sessions).values({ id, personId, expiresAt });
      await publishEvent(tx, { type: 'sessions.changed' });
    });
    return id;
  }

  /** @param isActivity false for what the page does by itself: it does not keep an idle session alive. */
  async find(id: string, isActivity: boolean): Promise<Operator | undefined> {
    const now = Date.now();
    const cached = this.#cache.get(id) ?? (await this.#read(id));
    if (!cached || cached.operator.expiresAt.getTime() <= now || cached.lastSeenAt + idleLimitMs <= now) {
      this.#cache.delete(id);
      return undefined;
    }
    if (isActivity && now - cached.lastSeenAt > touchEveryMs) {
      cached.lastSeenAt = now;
      await this.#db
        .update(sessions)
        .set({ lastSeenAt: new Date(now) })
        .where(eq(sessions.id, id));
    }
    return cached.operator;
  }

  async #read(id: string): Promise<Cached | undefined> {
    const underWay = this.#reading.get(id);
    if (underWay) return underWay;
    const reading = this.#readRow(id);
    this.#reading.set(id, reading);
    try {
      const cached = await reading;
      if (cached && this.#reading.get(id) === reading) this.#cache.set(id, cached);
      return cached;
    } finally {
      if (this.#reading.get(id) === reading) this.#reading.delete(id);
    }
  }

  async #readRow(id: string): Promise<Cached | undefined> {
    const [row] = await this.#db
      .select({
        session: sessions,
        person: people,
        branches: branchesOfPerson,
        limits: limitsOfPerson,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(and(eq(sessions.id, id), isNull(people.disabledAt)));
    if (!row) return undefined;
    const { session } = row;
    return {
      operator: {
        sessionId: session.id,
        ...toPerson(row),
        expiresAt: session.expiresAt,
        confirmedUntil: session.confirmedUntil,
      },
      lastSeenAt: session.lastSeenAt.getTime(),
    };
  }

  /** The person has shown who they are in this session; every replica knows at once. */
  async confirm(id: string, personId: string, until: Date): Promise<void> {
    await this.#db.transaction(async (tx) => {
      await tx.update(sessions).set({ confirmedUntil: until }).where(eq(sessions.id, id));
      await tx.execute(sql`select pg_notify(${sessionChannel}, ${personId})`);
    });
    this.drop(personId);
  }

  async end(id: string): Promise<string | undefined> {
    const ended = await this.#db.transaction(async (tx) => {
      const [row] = await tx.delete(sessions).where(eq(sessions.id, id)).returning();
      if (row) await announce(tx, row.personId);
      return row;
    });
    if (ended) this.drop(ended.personId);
    return ended?.personId;
  }

  /** @returns how many were ended */
  async endAllOf(personId: string, except?: string): Promise<number> {
    const others = except === undefined ? undefined : ne(sessions.id, except);
    const ended = await this.#db.transaction(async (tx) => {
      const rows = await tx
        .delete(sessions)
        .where(and(eq(sessions.personId, personId), others))
        .returning({ id: sessions.id });
      await announce(tx, personId);
      return rows;
    });
    this.drop(personId);
    return ended.length;
  }

  async prune(): Promise<void> {
    const idle = new Date(Date.now() - idleLimitMs);
    await this.#db
      .delete(sessions)
      .where(or(lt(sessions.expiresAt, new Date()), lt(sessions.lastSeenAt, idle)));
  }

  async countActive(): Promise<Map<string, { count: number; lastSeenAt: Date }>> {
    const idle = new Date(Date.now() - idleLimitMs);
    const rows = await this.#db
      .select({
        personId: sessions.personId,
        count: sql<number>`count(*)::int`,
        lastSeenAt: sql<string>`max(${sessions.lastSeenAt})`,
      })
      .from(sessions)
      .where(and(gt(sessions.expiresAt, new Date()), gt(sessions.lastSeenAt, idle)))
      .groupBy(sessions.personId);
    return new Map(
      rows.map((row) => [row.personId, { count: row.count, lastSeenAt: new Date(row.lastSeenAt) }]),
    );
  }
}

/** After a change to a person: every replica reads them again at once, and so does who sees the list of staff. */
async function announce(tx: Database, personId: string): Promise<void> {
  await publishEvent(tx, { type: 'sessions.changed' });
  await tx.execute(sql`select pg_notify(${sessionChannel}, ${personId})`);
}
