import 'server-only';
import { and, desc, eq, gte, ilike, inArray, lt, lte, ne, not, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { kindsOfGroup } from '../../catalogues/approval-kinds.ts';
import type { AuditRow } from '../../contracts/audit.ts';
import type { Database } from '../db/database.ts';
import { approvals } from '../db/schema/approvals.ts';
import { auditRows } from '../db/schema/audit.ts';
import { people } from '../db/schema/staff.ts';
import { escapeLike } from '../services/search-text.ts';
import { sealedAction } from './sealed-act.ts';

const phaseSchema = z.enum(['intent', 'outcome', 'reconciled', 'event']);
const outcomeSchema = z.enum(['succeeded', 'failed', 'unknown']).nullable();
const detailsSchema = z.record(z.string(), z.unknown());

type StoredAuditRow = typeof auditRows.$inferSelect;

export interface AuditFilters {
  query?: string | undefined;
  action?: string | undefined;
  outcome?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

/**
 * Who froze or holds a card for compliance is compliance's alone, and auditors are not compliance. Both compliance and
 * operations do so, so the person is withheld for both: a gap at compliance's acts only would tell as much.
 */
const withheldActions = [
  'cards.update-status',
  'cards.bulk-status',
  'cards.stop-bulk',
  'cards.resume-bulk',
  'cards.hold',
  'cards.change-hold',
  'cards.lift-hold',
  'cards.acknowledge-hold-alert',
  // Whoever confirmed at that moment is who changed the card.
  'sca.trigger',
  'sca.verify',
  'sca.replay',
  sealedAction,
];
/** Whoever asks to block many cards and whoever agrees are of one side, and it is the same for them. */
const withheldRequests: string[] = ['cards.bulk-block', ...kindsOfGroup('desk')];
/** That there is such a request is compliance's alone. */
const unlistedRequests: string[] = kindsOfGroup('desk');

const isOfRequest = (kinds: string[]): SQL => sql`(${auditRows.targetType} = 'approval' and exists (select 1
  from ${approvals} where ${approvals.id}::text = ${auditRows.targetId} and ${inArray(approvals.kind, kinds)}))`;

/** Whether a row's person may not leave. */
export const isActorWithheld: SQL<boolean> = sql<boolean>`(${inArray(auditRows.action, withheldActions)}
  or ${isOfRequest(withheldRequests)})`;

/** Rows that tell nobody anything: they stand in the export, where the chain needs them, and in no list or number. */
const isListed: SQL =
  and(ne(auditRows.action, sealedAction), not(isOfRequest(unlistedRequests))) ?? sql`true`;

/** A row as it may leave: `withheldDigest` stands for what is left out, so that the chain can still be checked. */
function toAuditRow(row: StoredAuditRow, isWithheld: boolean, actorName: string | null): AuditRow {
  return {
    sequence: row.sequence.toString(),
    at: row.at,
    phase: phaseSchema.parse(row.phase),
    action: row.action,
    outcome: outcomeSchema.parse(row.outcome),
    errorCode: row.errorCode,
    targetType: row.targetType,
    targetId: row.targetId,
    profileId: row.profileId,
    intentSequence: row.intentSequence?.toString() ?? null,
    requestId: row.requestId,
    details: detailsSchema.parse(row.details),
    withheld: isWithheld ? null : { actorId: row.actorId, actorRole: row.actorRole },
    actorName: isWithheld ? null : actorName,
    withheldDigest: row.withheldDigest,
    previousHash: row.previousHash,
    hash: row.hash,
  };
}

export async function findAuditRows(
  db: Database,
  filters: AuditFilters,
  page: { cursor?: string | undefined; limit: number },
) {
  const rows = await db
    .select({ row: auditRows, isWithheld: isActorWithheld, name: people.name })
    .from(auditRows)
    .leftJoin(people, eq(people.id, auditRows.actorId))
    .where(and(matches(filters), page.cursor ? lt(auditRows.sequence, BigInt(page.cursor)) : undefined))
    .orderBy(desc(auditRows.sequence))
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ isWithheld, name, row }) => toAuditRow(row, isWithheld, name)),
    nextCursor: rows.length > page.limit && last ? last.row.sequence.toString() : null,
  };
}

export async function countAuditRows(db: Database, filters: AuditFilters): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(auditRows)
    .leftJoin(people, eq(people.id, auditRows.actorId))
    .where(matches(filters));
  return row?.count ?? 0;
}

export async function listActions(db: Database): Promise<string[]> {
  const rows = await db
    .selectDistinct({ action: auditRows.action })
    .from(auditRows)
    .where(ne(auditRows.action, sealedAction));
  return rows.map((row) => row.action).sort();
}

/** A name finds only rows whose actor is told; or searching would tell what is withheld. */
function matches(filters: AuditFilters): SQL | undefined {
  const pattern = filters.query ? `%${escapeLike(filters.query)}%` : undefined;
  return and(
    isListed,
    filters.action ? eq(auditRows.action, filters.action) : undefined,
    filters.outcome ? eq(auditRows.outcome, filters.outcome) : undefined,
    filters.from ? gte(auditRows.at, new Date(filters.from).toISOString()) : undefined,
    filters.until ? lte(auditRows.at, new Date(filters.until).toISOString()) : undefined,
    pattern
      ? or(
          ilike(auditRows.targetId, pattern),
          ilike(auditRows.requestId, pattern),
          ilike(auditRows.action, pattern),
          eq(auditRows.profileId, filters.query ?? ''),
          and(not(isActorWithheld), ilike(people.name, pattern)),
        )
      : undefined,
  );
}
