import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Store } from './database.ts';

const reconnectAfterMs = 1000;
const migrationLock = 727_001;

/** A real server, 15 or newer. Replicas that start together migrate one after the other. */
export async function openPostgres(url: string, migrationsFolder: string): Promise<Store> {
  const pool = new StorePool({ connectionString: url, max: 12, connectionTimeoutMillis: 5000 });
  // An idle connection that the server closes is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = drizzle(pool);
  const guard = await pool.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(db, { migrationsFolder });
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [migrationLock]);
    guard.release();
  }

  const listener = new Listener(url);
  return {
    kind: 'postgres',
    db,
    async executeSql(text, values) {
      const result = await pool.query(text, values ?? []);
      return Array.isArray(result) ? { rows: result.flatMap((one) => one.rows) } : { rows: result.rows };
    },
    listen: (channel, onNotify, onGap) => listener.listen(channel, onNotify, onGap),
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}

/**
 * A connection that breaks while it is in use goes back to the pool at once, broken: pg would end the process over it,
 * and drizzle does not give back one on which a transaction could not begin.
 */
class StorePool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback);
    return super.connect().then(giveBackOnce);
  }
}

function giveBackOnce(client: pg.PoolClient): pg.PoolClient {
  const release = client.release;
  let isBack = false;
  const giveBack = (error?: Error | boolean) => {
    if (isBack) return;
    isBack = true;
    release(error);
    client.off('error', giveBack);
  };
  client.on('error', giveBack);
  client.release = giveBack;
  return client;
}

interface Subscription {
  onNotify: (payload: string) => void;
  onGap: () => void;
}

/** One connection for LISTEN that comes back by itself. */
class Listener {
  #url: string;
  #subscriptions = new Map<string, Subscription>();
  #client: pg.Client | undefined;
  #isReconnecting = false;
  #isClosed = false;

  constructor(url: string) {
    this.#url = url;
  }

  async listen(channel: string, onNotify: Subscription['onNotify'], onGap: Subscription['onGap']) {
    this.#subscriptions.set(channel, { onNotify, onGap });
    const client = this.#client ?? (await this.#connect());
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on('notification', ({ channel, payload }) =>
      this.#subscriptions.get(channel)?.onNotify(payload ?? ''),
    );
    client.on('error', () => undefined);
    client.on('end', () => void this.#reconnect(client));
    await client.connect();
    this.#client = client;
    return client;
  }

  async #reconnect(lost: pg.Client) {
    if (this.#client !== lost || this.#isReconnecting) return;
    this.#isReconnecting = true;
    this.#client = undefined;
    while (!this.#isClosed && !(await this.#tryToListenAgain())) await pause(reconnectAfterMs);
    this.#isReconnecting = false;
  }

  async #tryToListenAgain(): Promise<boolean> {
    try {
      const client = await this.#connect();
      for (const channel of this.#subscriptions.keys())
        await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      for (const { onGap } of this.#subscriptions.values()) onGap();
      return true;
    } catch {
      return false;
    }
  }

  async close() {
    this.#isClosed = true;
    await this.#client?.end();
  }
}
