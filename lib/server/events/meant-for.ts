import 'server-only';
import { and, eq, inArray, or } from 'drizzle-orm';
import { can } from '../../catalogues/console-permissions.ts';
import type { ConsoleEvent } from '../../contracts/events.ts';
import { visibleTo } from '../approvals/visible.ts';
import { type Operator, scopeOf } from '../auth/operator.ts';
import { approvals } from '../db/schema/approvals.ts';
import { cardHolds } from '../db/schema/card-holds.ts';
import { bulkChanges } from '../db/schema/bulk.ts';
import { cardCollections, cards } from '../db/schema/cards.ts';
import { cardOrders } from '../db/schema/kiosks.ts';
import type { Runtime } from '../runtime.ts';
import { isHoldOf } from '../services/card-holds/whose.ts';
import { isOwnSide } from '../services/bulk/own-side.ts';
import { inScope } from '../services/card-search.ts';
import { teamOf } from '../services/views/team.ts';
import { askedOnce } from './asked-once.ts';

/** An event reaches only those who may read what it tells of. */
export async function isMeantFor(
  { store }: Pick<Runtime, 'store'>,
  operator: Operator,
  event: ConsoleEvent,
): Promise<boolean> {
  switch (event.type) {
    case 'card.changed':
    case 'card-transaction.changed': {
      const scope = scopeOf(operator, event.type === 'card.changed' ? 'cards.read' : 'transactions.read');
      if (scope === undefined) return false;
      if ('isHidden' in event && !can(operator, 'decline-reasons.restricted')) return false;
      if (scope === 'all') return true;
      return askedOnce(event, scope.branchIds, async () => {
        const [found] = await store.db
          .select({ token: cards.token })
          .from(cards)
          .where(and(eq(cards.token, event.cardToken), inScope(scope)));
        return found !== undefined;
      });
    }
    case 'hold.changed': {
      const wasEverybodys = event.wasOpen && operator.role === 'operator';
      const [found] = await store.db
        .select({ id: cardHolds.id })
        .from(cardHolds)
        .where(
          and(
            eq(cardHolds.id, event.holdId),
            or(isHoldOf(operator), wasEverybodys ? eq(cardHolds.owner, 'operations') : undefined),
          ),
        );
      return found !== undefined;
    }
    case 'bulk.changed': {
      const [found] = await store.db
        .select({ id: bulkChanges.id })
        .from(bulkChanges)
        .where(and(eq(bulkChanges.id, event.bulkId), isOwnSide(operator)));
      return found !== undefined;
    }
    case 'production.changed': {
      const scope = scopeOf(operator, 'kiosks.read');
      if (scope === undefined || scope === 'all') return scope === 'all';
      return askedOnce(event, scope.branchIds, async () => {
        const [found] = await store.db
          .select({ token: cardCollections.cardToken })
          .from(cardCollections)
          .where(
            and(
              eq(cardCollections.cardToken, event.cardToken),
              inArray(cardCollections.branchId, scope.branchIds),
            ),
          );
        return found !== undefined;
      });
    }
    case 'card-order.changed': {
      const scope = scopeOf(operator, 'card-orders.read');
      if (scope === undefined || scope === 'all') return scope === 'all';
      return askedOnce(event, scope.branchIds, async () => {
        const [found] = await store.db
          .select({ id: cardOrders.id })
          .from(cardOrders)
          .where(and(eq(cardOrders.id, event.orderId), inArray(cardOrders.branchId, scope.branchIds)));
        return found !== undefined;
      });
    }
    case 'branch.changed': {
      const scope = scopeOf(operator, 'kiosks.read');
      return scope === 'all' || scope?.branchIds.includes(event.branchId) === true;
    }
    case 'webhooks.changed':
      return can(operator, 'webhooks.read');
    case 'views.changed':
      return event.team === teamOf(operator);
    case 'cards.synced':
    case 'connections.changed':
      return can(operator, 'cards.read');
    case 'balances.changed':
    case 'batch.changed':
      return can(operator, 'batch-groups.read');
    case 'approvals.changed': {
      const [found] = await store.db
        .select({ id: approvals.id })
        .from(approvals)
        .where(and(eq(approvals.id, event.approvalId), visibleTo(operator)));
      return found !== undefined;
    }
    case 'cases.changed':
      return can(operator, 'cases.read');
    case 'desk-rules.changed':
      return can(operator, 'cases.rules');
    case 'retention.changed':
      return can(operator, 'retention.read');
    case 'new-codes.changed':
      return can(operator, 'decline-reasons.classify');
    case 'decline-reasons.changed':
      return can(operator, 'transactions.read');
    case 'approval-rules.changed':
      return can(operator, 'approval-rules.read');
    case 'staff.changed':
    case 'sessions.changed':
      return can(operator, 'staff.read');
    case 'hello':
    case 'session.ended':
      return true;
  }
}
