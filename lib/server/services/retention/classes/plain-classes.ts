import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { accessLog } from '../../../db/schema/cards.ts';
import { evidencePackages, evidenceTransactions } from '../../../db/schema/evidence.ts';
import { transactionExports } from '../../../db/schema/transaction-exports.ts';
import { webhookDeliveries } from '../../../db/schema/wise.ts';
import { isCardHeld, isProfileHeld } from '../../legal-holds/is-held.ts';
import { plainClass } from './plain-class.ts';

export const accessLogClass = plainClass({
  table: accessLog,
  id: accessLog.id,
  age: accessLog.at,
  // Of a card its token is the subject; of a profile it is its id, which is no card's token.
  isNeeded: isCardHeld(accessLog.profileId, accessLog.subjectId),
});

export const evidenceClass = plainClass({
  table: evidencePackages,
  id: evidencePackages.id,
  age: evidencePackages.madeAt,
  isNeeded: sql`exists (select 1 from ${evidenceTransactions}
    where ${evidenceTransactions.evidenceId} = ${evidencePackages.id}
      and ${isProfileHeld(evidenceTransactions.profileId)})`,
});

/** Of many customers at once, and of ids and figures alone: no hold keeps it. */
export const transactionExportsClass = plainClass({
  table: transactionExports,
  id: transactionExports.id,
  age: transactionExports.exportedAt,
  isNeeded: sql`false`,
});

/** What waits to be taken in stays until it is. */
export const isTakenIn = eq(webhookDeliveries.state, 'processed');

export const webhookDeliveriesClass = plainClass({
  table: webhookDeliveries,
  id: webhookDeliveries.id,
  age: webhookDeliveries.receivedAt,
  isOne: isTakenIn,
  isNeeded: isProfileHeld(webhookDeliveries.profileId),
});
