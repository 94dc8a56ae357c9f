import 'server-only';
import { eq } from 'drizzle-orm';
import type { AuditTarget } from '../../../contracts/endpoint-schema.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cards } from '../../db/schema/cards.ts';
import { cardOrders, kiosks, printJobs } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import type { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';

interface Asked {
  operator: Pick<Operator, 'personId' | 'role'>;
  scope: CardScope;
  /** Path, query and body as the endpoint parsed them. */
  named: readonly unknown[];
}

/**
 * Another branch's thing does not exist for a branch manager, and that they asked for it by its id stands in the trail.
 * Only for what is there: an id that is nowhere is a slip of the hand.
 */
export async function recordDeniedAccess(
  { audit, store }: Pick<Runtime, 'store'> & { audit: Pick<Runtime['audit'], 'append'> },
  error: Pick<AppError, 'code'>,
  { operator, scope, named }: Asked,
): Promise<void> {
  if (error.code !== 'not_found' || scope === 'all') return;
  const target = await findTarget(store.db, Object.assign({}, ...named.map(asRecord)));
  if (!target) return;
  await audit.append({
    phase: 'event',
    action: 'access.denied',
    outcome: 'failed',
    errorCode: error.code,
    actor: { personId: operator.personId, role: operator.role },
    target,
    details: {},
  });
}

/** The first thing that is named and is there; what the person may see is never answered by not_found. */
async function findTarget(db: Database, named: Record<string, unknown>): Promise<AuditTarget | undefined> {
  const idOf = (name: string) => (typeof named[name] === 'string' ? named[name] : undefined);
  const cardToken = idOf('cardToken');
  if (cardToken !== undefined) {
    const [row] = await db
      .select({ profileId: cards.profileId })
      .from(cards)
      .where(eq(cards.token, cardToken));
    return row && { type: 'card', id: cardToken, profileId: row.profileId };
  }
  const orderId = idOf('orderId');
  if (orderId !== undefined) {
    const [row] = await db
      .select({ profileId: cardOrders.profileId })
      .from(cardOrders)
      .where(eq(cardOrders.id, orderId));
    return row && { type: 'card-order', id: orderId, profileId: row.profileId };
  }
  const jobId = idOf('jobId');
  if (jobId !== undefined && isUuid.test(jobId)) {
    const [row] = await db
      .select({ token: printJobs.cardToken, profileId: printJobs.profileId })
      .from(printJobs)
      .where(eq(printJobs.id, jobId));
    return row && { type: 'card', id: row.token, profileId: row.profileId };
  }
  const kioskId = idOf('kioskId');
  if (kioskId !== undefined) {
    const [row] = await db.select({ id: kiosks.id }).from(kiosks).where(eq(kiosks.id, kioskId));
    return row && { type: 'kiosk', id: row.id };
  }
  const branchId = idOf('branchId');
  if (branchId === undefined) return undefined;
  const [row] = await db.select({ id: branches.id }).from(branches).where(eq(branches.id, branchId));
  return row && { type: 'branch', id: row.id };
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
