import 'server-only';
import { and, desc, eq, getTableColumns, max, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { can } from '../../catalogues/console-permissions.ts';
import type { Overview, OverviewItem } from '../../contracts/overview.ts';
import { listApprovals } from '../approvals/read.ts';
import { type CardScope, type Operator, scopeOf } from '../auth/operator.ts';
import { auditRows } from '../db/schema/audit.ts';
import { cards } from '../db/schema/cards.ts';
import { profiles, webhookDeliveries, wiseConnections } from '../db/schema/wise.ts';
import type { Runtime } from '../runtime.ts';
import { isHolderShown } from './branches/own-branch.ts';
import { listWaitingGroups } from './batch-groups/waiting-groups.ts';
import { listWaitingOrders } from './card-orders/overview-items.ts';
import { listDueReviews, listHoldAlerts } from './card-holds/overview-items.ts';
import { listDueCases } from './cases/count-desk.ts';
import { listNewCodesWaiting } from './new-codes/list-new-codes.ts';
import { reachesCards } from './connections/reach.ts';
import { readHoldMarks } from './card-holds/read-holds.ts';
import { countByStatus, inScope } from './card-search.ts';

const shownLately = 5;
const requestedStatus = z.object({ to: z.string().nullable().catch(null) }).catch({ to: null });
const shownChanged = 8;

/** What waits for this person, and how the console stands with Wise. */
export async function readOverview(parts: Runtime, operator: Operator, scope: CardScope): Promise<Overview> {
  const { db } = parts.store;
  const [needsYou, cardCounts, opened, changed, wise] = await Promise.all([
    listWhatWaits(parts, operator),
    countByStatus(db, scope, {}),
    parts.accessLog.lastOpenedBy(operator.personId, scope, shownLately),
    db
      .select({ ...getTableColumns(cards), isShown: isHolderShown(scope) })
      .from(cards)
      .where(inScope(scope))
      .orderBy(desc(cards.modificationTime))
      .limit(shownChanged),
    readWiseState(parts),
  ]);
  const held = await readHoldMarks(
    db,
    operator,
    changed.map(({ token }) => token),
  );
  return {
    needsYou,
    cardCounts,
    cardsTotal: Object.values(cardCounts).reduce((sum, count) => sum + count, 0),
    recentlyOpened: opened.map((row) => ({ ...row, at: row.at?.toISOString() ?? new Date(0).toISOString() })),
    recentlyChanged: changed.map((row) => ({
      profileId: row.profileId,
      cardToken: row.token,
      lastFourDigits: row.lastFourDigits,
      cardHolderName: row.isShown ? row.cardHolderName : null,
      status: row.status,
      isHeld: held.has(row.token),
      at: row.modificationTime,
    })),
    wise,
    asOf: new Date().toISOString(),
  };
}

async function listWhatWaits(parts: Runtime, operator: Operator): Promise<OverviewItem[]> {
  const { db } = parts.store;
  const items: OverviewItem[] = [];
  const later = alias(auditRows, 'later');
  const unknown = await db
    .select({ row: auditRows, lastFourDigits: cards.lastFourDigits })
    .from(auditRows)
    .innerJoin(cards, eq(cards.token, auditRows.targetId))
    .where(
      and(
        eq(auditRows.phase, 'outcome'),
        eq(auditRows.outcome, 'unknown'),
        eq(auditRows.actorId, operator.personId),
        notExists(
          db
            .select({ one: later.sequence })
            .from(later)
            .where(and(eq(later.intentSequence, auditRows.intentSequence), eq(later.phase, 'reconciled'))),
        ),
      ),
    )
    .orderBy(desc(auditRows.sequence))
    .limit(20);
  for (const { row, lastFourDigits } of unknown) {
    items.push({
      kind: 'outcome-unknown',
      at: row.at,
      action: row.action,
      to: requestedStatus.parse(row.details).to,
      profileId: row.profileId ?? '',
      cardToken: row.targetId,
      lastFourDigits,
    });
  }
  if (can(operator, 'approvals.decide')) {
    for (const approval of await listApprovals(parts, operator, 'waiting')) {
      const { id: approvalId, kind: asks, requestedAt: at, subject, requestedBy } = approval;
      items.push({ kind: 'approval', at, approvalId, asks, subject, requestedBy });
    }
  }
  if (can(operator, 'batch-groups.write')) items.push(...(await listWaitingGroups(db, operator.personId)));
  if (can(operator, 'cards.hold')) {
    const [alerts, reviews] = await Promise.all([listHoldAlerts(db, operator), listDueReviews(db, operator)]);
    items.push(...alerts, ...reviews);
  }
  // Administrators may order as well, but nobody waits for them to.
  const ordering = operator.role === 'admin' ? undefined : scopeOf(operator, 'card-orders.write');
  if (ordering) items.push(...(await listWaitingOrders(db, ordering)));
  if (operator.role === 'admin') {
    const broken = await db
      .select({ at: wiseConnections.stateChangedAt })
      .from(wiseConnections)
      .innerJoin(profiles, eq(profiles.userId, wiseConnections.userId))
      .where(eq(wiseConnections.state, 'broken'));
    const [first] = broken;
    if (first) items.push({ kind: 'connection-broken', at: first.at.toISOString(), profiles: broken.length });
  }
  if (can(operator, 'cases.read')) items.push(...(await listDueCases(db, operator)));
  if (can(operator, 'decline-reasons.classify')) items.push(...(await listNewCodesWaiting(db)));
  if (operator.role === 'compliance') {
    const [suspended] = await db
      .select({ cards: sql<number>`count(*)::int`, at: max(cards.modificationTime) })
      .from(cards)
      .where(eq(cards.status, 'PARTNER_SUSPENDED'));
    if (suspended?.at) items.push({ kind: 'cards-suspended', at: suspended.at, cards: suspended.cards });
  }
  return items;
}

async function readWiseState(parts: Runtime): Promise<Overview['wise']> {
  const [row] = await parts.store.db
    .select({
      profiles: sql<number>`count(*)::int`,
      connected: sql<number>`count(*) filter (where ${wiseConnections.state} = 'working' and ${profiles.state} <> 'DEACTIVATED')::int`,
      unread: sql<number>`count(*) filter (where ${profiles.cardsReadAt} is null and ${reachesCards})::int`,
      completedAt: sql<string | null>`min(${profiles.cardsReadAt}) filter (where ${reachesCards})`,
    })
    .from(profiles)
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId));
  const [event] = await parts.store.db
    .select({ at: max(webhookDeliveries.receivedAt) })
    .from(webhookDeliveries);
  const usage = parts.wise.budget.usage();
  return {
    lastEventAt: event?.at?.toISOString() ?? null,
    indexCompletedAt: row?.completedAt && row.unread === 0 ? new Date(row.completedAt).toISOString() : null,
    indexRunning: (row?.unread ?? 0) > 0,
    requestsThisMinute: usage.requestsThisMinute,
    requestsPerMinute: usage.requestsPerMinute,
    profiles: row?.profiles ?? 0,
    connectedProfiles: row?.connected ?? 0,
  };
}
