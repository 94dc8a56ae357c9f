import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Database } from '../../db/database.ts';
import { legalHolds } from '../../db/schema/retention.ts';

const keepingLock = 727_031;

/** Whether a legal hold stands on the customer, or on this one of the customer's cards. */
export const isCardHeld = (profileId: PgColumn, cardToken: PgColumn): SQL =>
  sql`exists (select 1 from ${legalHolds} where ${legalHolds.liftedAt} is null
    and ${legalHolds.profileId} = ${profileId}
    and (${legalHolds.cardToken} is null or ${legalHolds.cardToken} = ${cardToken}))`;

/** Whether one stands on the customer or on any of the customer's cards: for what names no card. */
export const isProfileHeld = (profileId: PgColumn): SQL =>
  sql`exists (select 1 from ${legalHolds} where ${legalHolds.liftedAt} is null
    and ${legalHolds.profileId} = ${profileId})`;

/**
 * Until the end of the transaction nothing is deleted by somebody else, nor said to be needed: whoever says so takes this
 * too, so that nothing goes that was needed a moment before.
 */
export const lockWhatIsKept = async (tx: Database): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${keepingLock})`);
};
