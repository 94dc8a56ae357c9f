import 'server-only';
import { gte, not, or, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { webhookDeliveries } from '../../db/schema/wise.ts';
import { isTakenIn } from '../retention/classes/plain-classes.ts';
import { readCutoff } from '../retention/cutoffs.ts';

/** Which deliveries are told of: those that have passed their time are as good as deleted, whatever keeps them. */
export async function readIsTold(db: Database): Promise<SQL | undefined> {
  return or(gte(webhookDeliveries.receivedAt, await readCutoff(db, 'webhook-deliveries')), not(isTakenIn));
}
