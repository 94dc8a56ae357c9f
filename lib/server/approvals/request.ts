import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Operator } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import { approvals } from '../db/schema/approvals.ts';
import { publishEvent } from '../events/event-hub.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { digestOf, sealAskedFor } from './content.ts';
import type { ApprovalItem, ApprovalKind } from './kind.ts';

export interface Resource {
  type: string;
  id: string;
}

export interface ApprovalRequest<C> {
  operator: Operator;
  /** Exactly what is asked for, as the kind's own schema has it. */
  content: C;
  /** A few words on what it is about, for the list. */
  subject: string;
  /** The same content in plain sentences, one each. */
  lines: string[];
  /** What each approver has to accept one by one. */
  items?: ApprovalItem[];
  resource: Resource;
  profileId?: string;
  /** Whose rights it changes. */
  personId?: string;
  /** What the approvers' limits are held against; decimal text. For money give the sum of the day, or splitting would help. */
  amount?: { value: string; currency: string };
  /** How many people have to agree; one by default. */
  needed?: 1 | 2;
  /** The role whose people alone may know of it. */
  audience?: 'compliance';
  /** Refuses a second request while one waits: about the resource, or about the resource by the same person. */
  alone?: 'of-resource' | 'of-asker';
}

/**
 * Asks for a second person's word, in the transaction of whatever waits for it.
 * @returns its id, and the digest that `findStandingApproval` and `consumeApproval` want
 * @throws AppError conflict where one waits already
 */
export async function requestApproval<C>(
  { vault }: Pick<Runtime, 'vault'>,
  tx: Database,
  {
    content: schema,
    expiresAfterSeconds,
    kind,
  }: Pick<ApprovalKind<C>, 'kind' | 'content' | 'expiresAfterSeconds'>,
  request: ApprovalRequest<C>,
): Promise<{ approvalId: string; digest: string }> {
  const { alone, amount, audience, items = [], lines, needed = 1, operator, resource, subject } = request;
  if (alone) await requireAlone(tx, resource, alone === 'of-asker' ? operator.personId : undefined);
  const content = schema.parse(request.content);
  const id = randomUUID();
  const digest = digestOf(kind, resource, content);
  await tx.insert(approvals).values({
    id,
    kind,
    resourceType: resource.type,
    resourceId: resource.id,
    profileId: request.profileId ?? null,
    personId: request.personId ?? null,
    audience: audience ?? null,
    amount: amount?.value ?? null,
    currency: amount?.currency ?? null,
    digest,
    contentSealed: sealAskedFor(vault, id, { content, subject, lines, items }),
    requestedBy: operator.personId,
    needed,
    expiresAt: sql`now() + ${expiresAfterSeconds} * interval '1 second'`,
  });
  await publishEvent(tx, { type: 'approvals.changed', approvalId: id });
  return { approvalId: id, digest };
}

async function requireAlone(
  tx: Database,
  { id, type }: Resource,
  askerId: string | undefined,
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`approvals of ${type} ${id}`}, 0))`);
  const [waiting] = await tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(
      and(
        eq(approvals.resourceType, type),
        eq(approvals.resourceId, id),
        eq(approvals.state, 'pending'),
        gt(approvals.expiresAt, sql`now()`),
        askerId === undefined ? undefined : eq(approvals.requestedBy, askerId),
      ),
    )
    .limit(1);
  if (waiting) throw new AppError('conflict', { detail: 'A request about this waits for approval already.' });
}
