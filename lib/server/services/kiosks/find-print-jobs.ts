import 'server-only';
import { and, eq, gte, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { kioskErrors } from '../../../catalogues/kiosk-errors.ts';
import type { PrintJobFilterState } from '../../../catalogues/printing.ts';
import type { PrintJob } from '../../../contracts/card-productions.ts';
import type { printJobsQuery } from '../../../contracts/print-jobs.schema.ts';
import { addDays } from '../../../format/times.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { printJobs } from '../../db/schema/kiosks.ts';
import { afterCursor, byMoment, inOrder, writeCursor } from '../keyset.ts';
import { jobsInScope, selectPrintJobs, toPrintJob } from './read-print-jobs.ts';

export type PrintJobFilters = Omit<z.output<typeof printJobsQuery>, 'cursor' | 'limit'>;
interface Page {
  cursor: string | undefined;
  limit: number;
}

const sentAt = byMoment(printJobs.createdAt);

/** Newest first. @throws AppError validation_failed for a cursor that is not one of ours */
export async function findPrintJobs(
  db: Database,
  scope: CardScope,
  filters: PrintJobFilters,
  { cursor, limit }: Page,
): Promise<{ items: PrintJob[]; nextCursor: string | null }> {
  const order = { ...sentAt, key: printJobs.id, isDescending: true };
  const keys = await db
    .select({ id: printJobs.id, held: sentAt.held })
    .from(printJobs)
    .where(and(matches(scope, filters), afterCursor(cursor, order)))
    .orderBy(...inOrder(order))
    .limit(limit + 1);
  const page = keys.slice(0, limit);
  const last = keys.length > limit ? page.at(-1) : undefined;
  const ids = page.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await selectPrintJobs(db).where(inArray(printJobs.id, ids));
  const found = new Map(rows.map((row) => [row.job.id, toPrintJob(scope, row)]));
  return {
    items: ids.flatMap((id) => found.get(id) ?? []),
    nextCursor: last ? writeCursor(last.held, last.id) : null,
  };
}

export const countPrintJobs = (db: Database, scope: CardScope, filters: PrintJobFilters): Promise<number> =>
  db.$count(printJobs, matches(scope, filters));

/** A kiosk that moved leaves its jobs with the branch where they were printed, so each job is looked at by its own branch. */
const matches = (
  scope: CardScope,
  { branchId, family, from, kioskId, state, to }: PrintJobFilters,
): SQL | undefined =>
  and(
    jobsInScope(scope),
    branchId ? eq(printJobs.branchId, branchId) : undefined,
    kioskId ? eq(printJobs.kioskId, kioskId) : undefined,
    state && isInState(state),
    from ? gte(printJobs.createdAt, new Date(`${from}T00:00:00Z`)) : undefined,
    to ? lt(printJobs.createdAt, new Date(`${addDays(to, 1)}T00:00:00Z`)) : undefined,
    family ? isOfFamily(family) : undefined,
  );

/** As the figures count it: a refusal without a code was a lost answer. */
export const hasFailed = and(
  inArray(printJobs.state, ['fault', 'refused']),
  isNotNull(printJobs.errorStatus),
);

function isInState(state: PrintJobFilterState): SQL | undefined {
  if (state === 'failed') return hasFailed;
  if (state === 'ended') return or(eq(printJobs.state, 'printed'), hasFailed);
  return eq(printJobs.state, state);
}

function isOfFamily(family: string): SQL {
  const ofFamily = kioskErrors.filter(({ place }) => place === family);
  const codes = ofFamily.map(({ code, status }) =>
    and(eq(printJobs.errorStatus, status), eq(printJobs.errorCode, code)),
  );
  return or(...codes) ?? sql`false`;
}
