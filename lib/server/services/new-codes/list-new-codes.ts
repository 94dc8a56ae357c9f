import 'server-only';
import { and, desc, eq, notExists, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import type { NewCode } from '../../../contracts/new-codes.ts';
import type { newCodesReply } from '../../../contracts/new-codes.schema.ts';
import type { OverviewItem } from '../../../contracts/overview.ts';
import { isPending } from '../../approvals/state.ts';
import { findRestrictedBeginning, isBuiltIn } from '../../catalogues/decline-reasons/catalogue.ts';
import { explainReason } from '../../catalogues/decline-reasons/tell.ts';
import type { Database } from '../../db/database.ts';
import { approvals } from '../../db/schema/approvals.ts';
import { codeClassifications, metCodes } from '../../db/schema/new-codes.ts';
import type { Runtime } from '../../runtime.ts';
import { newCodeResource } from './propose.ts';
import { type CodePayments, readPaymentsOf } from './read-payments.ts';
import { readVersions, type Version } from './read-classifications.ts';

/** Every code that the console came without an entry for: those nobody has classified first, then by their last payment. */
export async function listNewCodes(
  { store: { db } }: Pick<Runtime, 'store'>,
  reader: Holder,
): Promise<z.input<typeof newCodesReply>> {
  const asOf = new Date().toISOString();
  const met = await db.select({ code: metCodes.code }).from(metCodes);
  const codes = met.map(({ code }) => code).filter((code) => !isBuiltIn(code));
  const [versions, payments, waiting] = await Promise.all([
    readVersions(db, codes),
    readPaymentsOf(db, codes),
    db
      .select({ id: approvals.id, code: approvals.resourceId })
      .from(approvals)
      .where(and(eq(approvals.resourceType, newCodeResource), isPending)),
  ]);
  const approvalOf = new Map(waiting.map(({ code, id }) => [code, id]));
  const items = codes.map((code) => ({
    code,
    beginsWith: findRestrictedBeginning(code) ?? null,
    ...(payments.get(code) ?? noPayments),
    ...toClassified(versions.filter((one) => one.code === code)),
    reason: explainReason(reader, code, null),
    pendingApprovalId: approvalOf.get(code) ?? null,
  }));
  return { items: items.sort(newFirst), asOf };
}

const noPayments: CodePayments = {
  payments: 0,
  cards: 0,
  firstAt: null,
  lastAt: null,
  isReason: false,
  examples: [],
};

type Classified = Pick<NewCode, 'version' | 'classification' | 'isArchiveDue' | 'history'>;

function toClassified(versions: readonly Version[]): Classified {
  const [newest] = versions;
  return {
    version: newest?.version ?? 0,
    classification: newest?.classification ?? null,
    isArchiveDue: newest?.retoldAt === null,
    history: versions.map(({ agreedAt, agreedBy, classification, proposedBy, version }) => ({
      version,
      level: classification?.level ?? null,
      title: classification?.title ?? null,
      proposedBy,
      agreedBy,
      at: agreedAt.toISOString(),
    })),
  };
}

type Sorted = Pick<NewCode, 'code' | 'version' | 'lastAt'>;
const newFirst = (one: Sorted, other: Sorted): number =>
  Number(one.version > 0) - Number(other.version > 0) ||
  (other.lastAt ?? '').localeCompare(one.lastAt ?? '') ||
  one.code.localeCompare(other.code);

/** On the overview: one line while there are codes that nobody has ever classified. */
export async function listNewCodesWaiting(db: Database): Promise<OverviewItem[]> {
  const rows = await db
    .select()
    .from(metCodes)
    .where(
      notExists(
        db
          .select({ one: sql`1` })
          .from(codeClassifications)
          .where(eq(codeClassifications.code, metCodes.code)),
      ),
    )
    .orderBy(desc(metCodes.metAt));
  const waiting = rows.filter(({ code }) => !isBuiltIn(code));
  const [last] = waiting;
  return last ? [{ kind: 'new-codes', at: last.metAt.toISOString(), codes: waiting.length }] : [];
}
