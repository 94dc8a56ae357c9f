import 'server-only';
import { and, eq, type SQL } from 'drizzle-orm';
import { can } from '../../../../catalogues/console-permissions.ts';
import type { Reader } from '../../../auth/operator.ts';
import { transactionExports } from '../../../db/schema/transaction-exports.ts';

/**
 * Which exports a person may know of. One that told every reason is for those alone who may know each: which of its rows
 * changed would tell others of reasons that read alike to them.
 */
export const isVisibleTo = (reader: Reader): SQL | undefined =>
  and(
    can(reader, 'transaction-exports.read-all') ? undefined : isOwn(reader),
    can(reader, 'decline-reasons.restricted') ? undefined : eq(transactionExports.toldEveryReason, false),
  );

export const isOwn = ({ personId }: Reader): SQL => eq(transactionExports.personId, personId);
