import 'server-only';
import { and, eq } from 'drizzle-orm';
import { can, type Holder } from '../../../catalogues/console-permissions.ts';
import {
  type RetentionClassName,
  retentionClassNames,
  retentionClassOf,
} from '../../../catalogues/retention.ts';
import type { Retention, RetentionPreview, RetentionRule } from '../../../contracts/retention.ts';
import { isPending } from '../../approvals/state.ts';
import type { Database } from '../../db/database.ts';
import { approvals } from '../../db/schema/approvals.ts';
import { retentionRules } from '../../db/schema/retention.ts';
import type { Runtime } from '../../runtime.ts';
import { workOf } from './classes/all-classes.ts';
import { cutoffOf, nightlyRun, readCutoff } from './cutoffs.ts';
import { readLastRun } from './run-retention.ts';

export const retentionResource = (name: RetentionClassName) => ({ type: 'retention', id: name });

/** How long each class is kept, as `reader` may know it. */
export async function readRetention(
  { store: { db } }: Pick<Runtime, 'store'>,
  reader: Holder,
): Promise<Retention> {
  const items = await Promise.all(retentionClassNames.map((name) => readOne(db, reader, name)));
  return { items, asOf: new Date().toISOString() };
}

/** What holds for a class; version 0 while nobody has changed it. */
export async function readRule(db: Database, name: RetentionClassName) {
  const [rule] = await db.select().from(retentionRules).where(eq(retentionRules.className, name));
  return rule ?? { days: retentionClassOf(name).standard, version: 0, changedAt: null };
}

async function readOne(db: Database, reader: Holder, name: RetentionClassName): Promise<RetentionRule> {
  const at = nextRunAfter(new Date());
  const [rule, last, cutoff, [waiting]] = await Promise.all([
    readRule(db, name),
    readLastRun(db, name),
    readCutoff(db, name, at),
    db.select({ id: approvals.id }).from(approvals).where(isAbout(name)),
  ]);
  const passes = await countPassing(db, reader, name, cutoff);
  return {
    class: name,
    days: rule.days,
    changedAt: rule.changedAt?.toISOString() ?? null,
    version: rule.version,
    pendingApprovalId: waiting?.id ?? null,
    nextRun: { at: at.toISOString(), cutoff: cutoff.toISOString(), passes },
    lastRun: last
      ? {
          at: last.startedAt.toISOString(),
          cutoff: last.cutoff.toISOString(),
          passed: mayCount(reader, name) ? last.passed : null,
          deleted: can(reader, 'legal-holds.read') ? last.deleted : null,
        }
      : null,
  };
}

const isAbout = (name: RetentionClassName) => {
  const { id, type } = retentionResource(name);
  return and(eq(approvals.resourceType, type), eq(approvals.resourceId, id), isPending);
};

/** What would have passed its time by now, were a class kept for so many days. */
export async function previewRetention(
  db: Database,
  reader: Holder,
  name: RetentionClassName,
  days: number,
): Promise<RetentionPreview> {
  const cutoff = cutoffOf(days, new Date());
  return { cutoff: cutoff.toISOString(), passes: await countPassing(db, reader, name, cutoff) };
}

/** Of what everybody else was told of until the last run, what is older than `cutoff`: it tells of nothing that stays. */
async function countPassing(
  db: Database,
  reader: Holder,
  name: RetentionClassName,
  cutoff: Date,
): Promise<number | null> {
  if (!mayCount(reader, name)) return null;
  const last = await readLastRun(db, name);
  return workOf(name).count(db, { from: last?.cutoff ?? null, until: cutoff });
}

const mayCount = (reader: Holder, name: RetentionClassName): boolean =>
  !retentionClassOf(name).isOfDesk || can(reader, 'cases.read');

function nextRunAfter(now: Date): Date {
  const next = new Date(now);
  next.setUTCHours(nightlyRun.hour, nightlyRun.minute, 0, 0);
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  return next;
}
