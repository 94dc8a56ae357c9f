import 'server-only';
import Big from 'big.js';
import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { conversionReply } from '../../../../contracts/batch-before-funding.schema.ts';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import { openAskedFor } from '../../../approvals/content.ts';
import { readApproversOf } from '../../../approvals/counting.ts';
import type { ApprovalRow } from '../../../approvals/kind.ts';
import { batchConversionContent } from '../../../approvals/kinds/batch-conversion.ts';
import { stateOf } from '../../../approvals/state.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { approvals } from '../../../db/schema/approvals.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { ceilingFor } from '../run/approval.ts';
import type { Group } from '../run/row-outcome.ts';
import { conversionOf, othersOf, transfersDigest, whyOver, worthOf } from './conversion-content.ts';
import { transfersOf } from './funding-row.ts';
import { readPricesNow, requirePrices } from './prices-now.ts';
import { payingBalanceOf } from './read-balances.ts';
import { isOnlyApprover } from './require-approved.ts';

type Conversion = z.input<typeof conversionReply>;

/** What the balance is short of, and which others Wise could take it from. */
export interface Shortage {
  /** As it was at sending. */
  total: string;
  /** At most, as things stand; what the balance held when it was read, and lacks. */
  takes: string;
  available: string;
  short: Big;
  transfersDigest: string;
  others: ReturnType<typeof othersOf>;
}

/** @throws AppError batch_balance_short where there is no balance in the group's currency at all */
export async function readShortage(
  parts: Pick<Runtime, 'store' | 'wise' | 'wiseFacts'>,
  options: CallOptions,
  group: Group,
): Promise<Shortage> {
  const rows = await transfersOf(parts.store.db, group.id);
  const { atSending, takes } = requirePrices(await readPricesNow(parts, options, group, rows));
  const balances = await parts.wise.balances.listBalances(options, group.profileId);
  const balance = payingBalanceOf(balances, group.sourceCurrency);
  if (!balance) throw new AppError('batch_balance_short');
  return {
    total: atSending,
    takes,
    available: balance.amount.value,
    short: new Big(takes).minus(balance.amount.value),
    transfersDigest: transfersDigest(rows),
    others: othersOf(balances, group.sourceCurrency),
  };
}

/** What is short of a closed group, what could cover it, and whether somebody has agreed to that. */
export async function readConversion(
  parts: Pick<Runtime, 'store' | 'vault' | 'wise' | 'wiseFacts'>,
  operator: Operator,
  path: BatchGroupPath,
): Promise<Conversion> {
  const { db } = parts.store;
  const group = await findGroupOrThrow(db, path);
  if (group.wiseStatus !== 'COMPLETED') throw new AppError('batch_past_this');
  const options = {
    userId: await findProfileUserOrThrow(db, group.profileId),
    priority: 'interactive',
  } as const;
  const shortage = await readShortage(parts, options, group);
  const balances = await readWorths(parts, options, group, shortage);
  return {
    short: shortage.short.lte(0) ? null : shortage.short.toFixed(),
    ceiling: ceilingOf(shortage),
    balances,
    doesCover: doTheyCover(shortage, balances),
    approval: await readStanding(parts, db, operator, group, shortage),
    asOf: new Date().toISOString(),
  };
}

export const doTheyCover = ({ short }: Shortage, balances: Conversion['balances']): boolean =>
  balances.reduce((sum, { worth }) => sum.plus(worth ?? 0), new Big(0)).gte(short);

export const ceilingOf = ({ short }: Shortage): string => ceilingFor(short.lte(0) ? '0' : short.toFixed());

export const readWorths = (
  { wiseFacts }: Pick<Runtime, 'wiseFacts'>,
  options: CallOptions,
  { profileId, sourceCurrency }: Group,
  { others }: Shortage,
): Promise<Conversion['balances']> =>
  Promise.all(
    others.map(async ({ amount, currency, id }) => {
      // Without a price it is not counted; Wise may take from it all the same.
      const pricing = await wiseFacts
        .pricingNow(options, { profileId, source: currency, target: sourceCurrency })
        .catch(() => null);
      return { id, currency, available: amount.value, worth: pricing && worthOf(amount.value, pricing) };
    }),
  );

/** The newest request about the group's conversion. */
export async function findLatest(db: Database, groupId: string): Promise<ApprovalRow | undefined> {
  const { id, type } = conversionOf(groupId);
  const [row] = await db
    .select()
    .from(approvals)
    .where(and(eq(approvals.resourceType, type), eq(approvals.resourceId, id)))
    .orderBy(desc(approvals.requestedAt))
    .limit(1);
  return row;
}

export const contentOf = (vault: Runtime['vault'], row: ApprovalRow) =>
  batchConversionContent.parse(openAskedFor(vault, row).content);

/** Given, unused, and within its day. */
export const isGiven = ({ state, usableUntil, usedAt }: ApprovalRow): boolean =>
  state === 'approved' && usedAt === null && (usableUntil === null || usableUntil > new Date());

async function readStanding(
  { vault }: Pick<Runtime, 'vault'>,
  db: Database,
  { personId }: Operator,
  group: Group,
  shortage: Shortage,
): Promise<Conversion['approval']> {
  const row = await findLatest(db, group.id);
  if (!row || row.usedAt !== null) return null;
  const approvers = await readApproversOf(db, row);
  const isWaiting = stateOf(row) === 'pending';
  const doesHold = isGiven(row) && approvers.length >= row.needed;
  const content = contentOf(vault, row);
  return {
    id: row.id,
    state: isWaiting ? 'waiting' : doesHold ? 'approved' : 'ended',
    approvedBy: approvers.map(({ name }) => name),
    ceiling: content.ceiling,
    until: (isWaiting ? row.expiresAt : row.usableUntil)?.toISOString() ?? null,
    whyOver: doesHold || isWaiting ? (whyOver(content, shortage) ?? null) : null,
    isYoursAlone: doesHold && isOnlyApprover(approvers, personId),
  };
}
