import 'server-only';
import { sql } from 'drizzle-orm';
import {
  forgetEarlierClassification,
  forgetClassifications,
  keepClassifications,
} from '../../catalogues/decline-reasons/classifications.ts';
import type { Database, Store } from '../../db/database.ts';
import { readClassifications } from './read-classifications.ts';

const channel = 'code_classifications';
const announced = /^(?<version>\d+) (?<code>.+)$/su;
const readAnewEveryMs = 5000;

// Beside the map that it fills (`classifications.ts`).
const holder: typeof globalThis & { consoleClassificationsReading?: Promise<void> } = globalThis;

/** Every process hears of it once the transaction is committed; ahead of the events that are published after it. */
export async function announceClassification(tx: Database, code: string, version: number): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${`${version} ${code}`})`);
}

/** Reads what holds now. Of several at once the one asked last counts, and all end with it: the others may be from before. */
export function readClassificationsAnew(db: Database): Promise<void> {
  const askedAt = performance.now();
  const reading: Promise<void> = readClassifications(db).then((entries) => {
    const last = holder.consoleClassificationsReading;
    if (last !== reading) return last;
    keepClassifications(entries, askedAt);
  });
  holder.consoleClassificationsReading = reading;
  return reading;
}

/**
 * Keeps this process's classifications as the store has them: read before this resolves, and again with every change, before
 * anybody hears of it otherwise. A change that was not heard of is found within seconds.
 * @returns what ends the reading
 */
export async function followClassifications(store: Store): Promise<() => void> {
  const read = () => void readClassificationsAnew(store.db).catch(() => undefined);
  await store.listen(
    channel,
    (payload) => {
      const { code = '', version } = announced.exec(payload)?.groups ?? {};
      forgetEarlierClassification(code, Number(version));
      read();
    },
    () => {
      forgetClassifications();
      read();
    },
  );
  await readClassificationsAnew(store.db);
  const timer = setInterval(read, readAnewEveryMs).unref();
  return () => clearInterval(timer);
}
