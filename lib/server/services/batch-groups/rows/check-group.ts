import 'server-only';
import { and, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { Requirements } from '../../../../contracts/wise/recipients.ts';
import type { Database } from '../../../db/database.ts';
import { batchGroups, batchRows } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import { listKnownRecipients, refreshRecipients } from '../../recipients/recipient-index.ts';
import { type CheckInput, prepareCheck, refreshKey } from '../file/check-context.ts';
import { type CheckResult, checkRows } from '../file/check-rows.ts';
import type { RecentPayment } from '../file/duplicates.ts';
import { indexRecipients } from '../file/recipients.ts';
import { refreshOf } from '../file/refresh.ts';
import type { RowToCheck } from '../file/row-result.ts';
import type { Pricing } from '../run/pricing.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { openContent, type RowContent } from './content.ts';

type Group = Pick<typeof batchGroups.$inferSelect, 'id' | 'profileId' | 'sourceCurrency'>;
/** What a check knows beside the rows; the recent payments are looked for by what it finds. */
export interface CheckFacts extends Omit<CheckInput, 'recentRows'> {
  /** By target currency. */
  pricing: ReadonlyMap<string, Pricing>;
}

/** A payment like one of these days may be the same one. */
const recentDays = 31;
/** Of one check. Rows beyond are held against Wise's first form alone, and by Wise itself when they are sent. */
const mostRefreshes = 50;

/**
 * Reads what the rows are checked against. No transaction may be open: Wise is asked. A currency that Wise cannot be asked
 * about now is missing in the answer.
 * @param coming the cells of rows that are to come or to change, beside the rows that are there
 */
export async function readCheckFacts(
  parts: Runtime,
  { id, profileId, sourceCurrency }: Group,
  coming: readonly RowToCheck['cells'][],
): Promise<CheckFacts> {
  const { db } = parts.store;
  const [userId, targets] = await Promise.all([findProfileUserOrThrow(db, profileId), readTargets(db, id)]);
  const options = { userId, priority: 'interactive' } as const;
  const [currencies, digest] = await Promise.all([
    parts.wiseFacts.currencies(options),
    parts.digests(),
    refreshRecipients(parts, options, profileId),
  ]);
  const requirements = new Map<string, readonly Requirements[]>();
  const pricing = new Map<string, Pricing>();
  const supportedTargets = new Set<string>(currencies.keys());
  await Promise.all(
    [...new Set([...targets, ...coming.map(targetOf)])]
      .filter((target) => currencies.has(target))
      .map(async (target) => {
        const asked = await parts.wiseFacts
          .requirementsOf(options, { profileId, source: sourceCurrency, target })
          .catch(() => undefined);
        if (asked === 'unsupported') supportedTargets.delete(target);
        else if (asked) {
          requirements.set(target, asked.requirements);
          if (asked.pricing) pricing.set(target, asked.pricing);
        }
      }),
  );
  const facts = {
    sourceCurrency,
    requirements,
    pricing,
    currencies,
    supportedTargets,
    recipients: indexRecipients(await listKnownRecipients(parts, profileId)),
    digest,
  };
  const context = prepareCheck({ ...facts, recentRows: new Map() });
  const isRefreshing = (currency: string) =>
    context.kindsOf(currency)?.some(({ refreshKeys }) => refreshKeys.length > 0) ?? false;
  const there = await readCells(parts, id, targets.filter(isRefreshing));
  const refreshes = new Map(
    [...there, ...coming].flatMap((cells) => {
      const refresh = refreshOf(cells, context);
      return refresh ? [[refreshKey(refresh), refresh] as const] : [];
    }),
  );
  const refreshed = new Map<string, Requirements>();
  await Promise.all(
    [...refreshes].slice(0, mostRefreshes).map(async ([key, refresh]) => {
      const asked = await parts.wiseFacts
        .refreshedFor(options, { profileId, source: sourceCurrency }, refresh)
        .catch(() => undefined);
      if (asked) refreshed.set(key, asked);
    }),
  );
  return { ...facts, refreshed };
}

const targetOf = (cells: RowToCheck['cells']): string => cells.targetCurrency?.trim().toUpperCase() ?? '';

/** The currencies in which rows of the group arrive, as they were understood. */
async function readTargets(db: Database, groupId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ target: batchRows.targetCurrency })
    .from(batchRows)
    .where(eq(batchRows.groupId, groupId));
  return rows.flatMap(({ target }) => target ?? []);
}

/** The rows of these currencies. */
async function readCells(
  { store, vault }: Runtime,
  groupId: string,
  currencies: readonly string[],
): Promise<RowContent['cells'][]> {
  if (currencies.length === 0) return [];
  const rows = await store.db
    .select()
    .from(batchRows)
    .where(and(eq(batchRows.groupId, groupId), inArray(batchRows.targetCurrency, [...currencies])));
  return rows.map((row) => openContent(vault, row).cells);
}

/** Checks all rows of a group, and looks for payments of the last weeks that are like them. */
export async function checkGroupRows(
  db: Database,
  group: Group,
  facts: CheckFacts,
  rows: readonly RowToCheck[],
): Promise<CheckResult> {
  const result = checkRows({ ...facts, recentRows: new Map(), rows });
  const digests = result.rows.flatMap(({ paymentDigest }) => paymentDigest ?? []);
  const recentRows = await findRecent(db, group, digests);
  return recentRows.size === 0 ? result : checkRows({ ...facts, recentRows, rows });
}

async function findRecent(
  db: Database,
  { id, profileId }: Group,
  digests: readonly string[],
): Promise<Map<string, RecentPayment>> {
  const recent = new Map<string, RecentPayment>();
  if (digests.length === 0) return recent;
  const found = await db
    .select({ digest: batchRows.paymentDigest, name: batchGroups.name, at: batchGroups.createdAt })
    .from(batchRows)
    .innerJoin(batchGroups, eq(batchGroups.id, batchRows.groupId))
    .where(
      and(
        sql`${batchRows.paymentDigest} = any(${sql.param([...new Set(digests)])}::text[])`,
        eq(batchGroups.profileId, profileId),
        ne(batchGroups.id, id),
        ne(batchGroups.stage, 'discarded'),
        ne(batchRows.state, 'left-out'),
        // What came back was not paid.
        sql`${batchRows.transferStatus} is distinct from 'funds_refunded'`,
        gt(batchGroups.createdAt, new Date(Date.now() - recentDays * 86_400_000)),
      ),
    );
  for (const { digest, name, at } of found)
    if (digest !== null) recent.set(digest, { name, date: dayOf(at) });
  return recent;
}

const dayOf = (at: Date): string =>
  at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
