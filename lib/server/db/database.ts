import 'server-only';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** The store through drizzle: the same on PGlite and on PostgreSQL, and inside a transaction. */
export type Database = PgDatabase<PgQueryResultHKT>;

export interface Store {
  kind: 'pglite' | 'postgres';
  db: Database;
  /** Plain SQL, for pg-boss. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Calls back for every NOTIFY on the channel; `onGap` after a lost connection, when some may have been missed. */
  listen(channel: string, onNotify: (payload: string) => void, onGap: () => void): Promise<void>;
  close(): Promise<void>;
}
