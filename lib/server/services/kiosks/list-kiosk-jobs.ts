import 'server-only';
import { and, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { kioskErrors } from '../../../catalogues/kiosk-errors.ts';
import type { kioskJobsQuery } from '../../../contracts/kiosk-board.schema.ts';
import type { KioskJobs } from '../../../contracts/kiosk-board.ts';
import { addDays } from '../../../format/times.ts';
import type { CardScope } from '../../auth/operator.ts';
import { printJobs } from '../../db/schema/kiosks.ts';
import type { Runtime } from '../../runtime.ts';
import { afterCursor, inOrder, writeCursor } from '../keyset.ts';
import { findKioskOrThrow } from './find-kiosk.ts';
import { selectPrintJobs, toPrintJob } from './read-print-jobs.ts';

type Query = z.output<typeof kioskJobsQuery>;

/** As text with microseconds, so that a page goes on exactly where the one before ended. */
const sentAt = sql<string>`to_char(${printJobs.createdAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/** Newest first. @throws AppError not_found, validation_failed for a cursor that is not one of ours */
export async function listKioskJobs(
  { store: { db } }: Pick<Runtime, 'store'>,
  scope: CardScope,
  kioskId: string,
  query: Query,
): Promise<KioskJobs> {
  await findKioskOrThrow(db, scope, kioskId);
  const order = { value: sentAt, key: printJobs.id, isDescending: true };
  const keys = await db
    .select({ id: printJobs.id, value: sentAt })
    .from(printJobs)
    .where(and(eq(printJobs.kioskId, kioskId), matches(query), afterCursor(query.cursor, order)))
    .orderBy(...inOrder(order))
    .limit(query.limit + 1);
  const page = keys.slice(0, query.limit);
  const last = keys.length > query.limit ? page.at(-1) : undefined;
  const ids = page.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await selectPrintJobs(db).where(inArray(printJobs.id, ids));
  const found = new Map(rows.map((row) => [row.job.id, toPrintJob(scope, row)]));
  return {
    items: ids.flatMap((id) => found.get(id) ?? []),
    nextCursor: last ? writeCursor(last.value, last.id) : null,
    asOf: new Date().toISOString(),
  };
}

function matches({ family, from, state, to }: Query): SQL | undefined {
  return and(
    state && eq(printJobs.state, state),
    from ? gte(printJobs.createdAt, new Date(`${from}T00:00:00Z`)) : undefined,
    to ? lt(printJobs.createdAt, new Date(`${addDays(to, 1)}T00:00:00Z`)) : undefined,
    family ? isOfFamily(family) : undefined,
  );
}

function isOfFamily(family: string): SQL {
  const ofFamily = kioskErrors.filter(({ place }) => place === family);
  const codes = ofFamily.map(({ code, status }) =>
    and(eq(printJobs.errorStatus, status), eq(printJobs.errorCode, code)),
  );
  return or(...codes) ?? sql`false`;
}
