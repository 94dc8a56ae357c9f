import 'server-only';
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { PinApproval } from '../../../contracts/approvals.ts';
import { openAskedFor } from '../../approvals/content.ts';
import { pinReveal } from '../../approvals/kinds/pin-reveal.ts';
import { readApproval } from '../../approvals/read.ts';
import { visibleTo } from '../../approvals/visible.ts';
import type { Operator } from '../../auth/operator.ts';
import { approvals } from '../../db/schema/approvals.ts';
import type { Runtime } from '../../runtime.ts';
import type { LocatedCard } from '../locate-card.ts';

/** Long enough for a request to be answered and what was approved to be used. */
const shownForSeconds = 30 * 60;

/** The person's own last request to look at this card's PIN, with what they gave for it; null once it is used or long over. */
export async function readOwnPinApproval(
  parts: Runtime,
  operator: Operator,
  card: LocatedCard,
): Promise<PinApproval | null> {
  const [row] = await parts.store.db
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.kind, pinReveal.kind),
        eq(approvals.resourceId, card.token),
        eq(approvals.requestedBy, operator.personId),
        isNull(approvals.usedAt),
        gt(approvals.requestedAt, sql`now() - ${shownForSeconds} * interval '1 second'`),
        visibleTo(operator),
      ),
    )
    .orderBy(desc(approvals.requestedAt))
    .limit(1);
  if (!row) return null;
  const { reason, ticket } = pinReveal.content.parse(openAskedFor(parts.vault, row).content);
  return { ...(await readApproval(parts, operator, row.id)), reason, ticket };
}
