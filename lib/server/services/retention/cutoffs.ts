import 'server-only';
import { eq, max, sql } from 'drizzle-orm';
import { can, type Holder } from '../../../catalogues/console-permissions.ts';
import { type RetentionClassName, retentionClassOf } from '../../../catalogues/retention.ts';
import type { Database } from '../../db/database.ts';
import { retentionRuns, retentionRules } from '../../db/schema/retention.ts';

const dayMs = 86_400_000;
/** In UTC. */
export const nightlyRun = { hour: 2, minute: 20 };

/** The beginning of a UTC day, since numbers of transactions are kept by it. */
export const cutoffOf = (days: number, at: Date): Date =>
  new Date(Math.floor(at.getTime() / dayMs) * dayMs - days * dayMs);

/**
 * What is older has passed its time. It never goes back: what was kept for a case or a legal hold would come to light
 * alone, once things are kept longer again.
 */
export async function readCutoff(db: Database, name: RetentionClassName, at = new Date()): Promise<Date> {
  const [found] = await db
    .select({
      last: max(retentionRuns.cutoff),
      days: sql<number | null>`(select ${retentionRules.days} from ${retentionRules}
        where ${retentionRules.className} = ${name})`,
    })
    .from(retentionRuns)
    .where(eq(retentionRuns.className, name));
  const cutoff = cutoffOf(found?.days ?? retentionClassOf(name).standard, at);
  return found?.last && found.last > cutoff ? found.last : cutoff;
}

/**
 * From when on `reader` is told of what a class holds. What is older either goes with the next run or stays for a case or a
 * legal hold, and which of them is compliance's alone.
 * @returns undefined for who is told of everything
 */
export async function readToldSince(
  db: Database,
  reader: Holder,
  name: RetentionClassName,
): Promise<Date | undefined> {
  return can(reader, 'legal-holds.read') ? undefined : readCutoff(db, name);
}
