import 'server-only';
import { and, desc, eq, inArray, isNull, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { identityChecks } from '../../catalogues/hand-overs.ts';
import type { CardEvent, CardHistory } from '../../contracts/cards.ts';
import type { Operator } from '../auth/operator.ts';
import { auditRows } from '../db/schema/audit.ts';
import { cardHolds } from '../db/schema/card-holds.ts';
import { cardStatusChanges } from '../db/schema/cards.ts';
import { people } from '../db/schema/staff.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { isHoldOf, isStanding } from './card-holds/whose.ts';
import type { LocatedCard } from './locate-card.ts';

/** A webhook that tells of an act done here arrives within this time after it. */
const sameActWithinMs = 120_000;
const kinds: Record<string, CardEvent['kind']> = {
  'cards.update-status': 'status',
  'spending-permissions.update': 'spending-permissions',
  'pin-count.reset': 'pin-count',
  'sensitive-details.reveal': 'reveal',
  'pin.reveal': 'reveal',
  'cards.hold': 'hold',
  'cards.change-hold': 'hold',
  'cards.lift-hold': 'hold',
  'cards.hand-over': 'hand-over',
};
const detailsSchema = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  changes: z.array(z.object({ type: z.string(), isEnabled: z.boolean() })).optional(),
  identityCheckedBy: z.enum(identityChecks).optional(),
});

const cursorSchema = z.object({
  at: z.iso.datetime().transform((text) => new Date(text)),
  passed: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
});

/**
 * Who did what to a card: the audit trail's acts, and what webhooks told of changes made elsewhere.
 * What compliance did is compliance's alone: to others such an act reads as Wise tells it, made through the partner API,
 * which is also how the customer's own app and every other client read.
 */
export async function readCardHistory(
  parts: Pick<Runtime, 'store' | 'texts'>,
  operator: Pick<Operator, 'personId' | 'role'>,
  card: Pick<LocatedCard, 'token'>,
  page: { cursor?: string | undefined; limit: number },
): Promise<CardHistory> {
  const from = page.cursor === undefined ? undefined : readCursor(page.cursor);
  const passed = from?.passed ?? 0;
  const wanted = passed + page.limit + 1;
  const acts = await readActs(parts, operator, card, from?.at, wanted);
  const told = await readToldChanges(parts, card, from?.at, wanted);
  const items = [...acts, ...madeElsewhere(told, acts)].sort((a, b) => b.at.localeCompare(a.at));
  const end = passed + page.limit;
  return {
    items: items.slice(passed, end),
    nextCursor: items.length > end ? writeCursor(items.slice(0, end)) : null,
    asOf: new Date().toISOString(),
  };
}

async function readActs(
  parts: Pick<Runtime, 'store' | 'texts'>,
  operator: Pick<Operator, 'personId' | 'role'>,
  card: Pick<LocatedCard, 'token'>,
  from: Date | undefined,
  limit: number,
): Promise<CardEvent[]> {
  const { db } = parts.store;
  const intents = await db
    .select({ row: auditRows, name: people.name })
    .from(auditRows)
    .leftJoin(people, eq(people.id, auditRows.actorId))
    .where(
      and(
        eq(auditRows.targetId, card.token),
        eq(auditRows.phase, 'intent'),
        mayBeSeenBy(operator, card.token),
        from && lte(auditRows.at, from.toISOString()),
      ),
    )
    .orderBy(desc(auditRows.sequence))
    .limit(limit);
  const sequences = intents.map(({ row }) => row.sequence);
  const [outcomes, reasons, reviews] = await Promise.all([
    sequences.length === 0
      ? []
      : db.select().from(auditRows).where(inArray(auditRows.intentSequence, sequences)),
    parts.texts.read(card.token, 'reason', sequences),
    parts.texts.read(card.token, 'reviewOn', sequences),
  ]);
  return intents.map(({ row, name }): CardEvent => {
    const later = outcomes.filter((other) => other.intentSequence === row.sequence);
    const settled =
      later.find((other) => other.phase === 'reconciled') ?? later.find((other) => other.phase === 'outcome');
    const details = detailsSchema
      .catch({})
      .parse({ ...asRecord(row.details), ...asRecord(settled?.details) });
    return {
      id: `act-${row.sequence}`,
      at: row.at,
      kind: kinds[row.action] ?? 'status',
      action: row.action,
      from: details.from ?? null,
      to: details.to ?? null,
      changes: details.changes ?? [],
      outcome: settled?.errorCode === 'sca_required' ? 'to-confirm' : outcomeOf(settled?.outcome),
      actor: name,
      via: 'console',
      reason: reasons.get(row.sequence) ?? null,
      reviewOn: reviews.get(row.sequence) ?? null,
      ...(details.identityCheckedBy && { identityCheckedBy: details.identityCheckedBy }),
    };
  });
}

/**
 * Acts on holds are for those whose the hold is, and for who did them in the same role: what everybody else reads of a hold
 * is the same whoever's it is, and a freeze that came with it reads as Wise tells it.
 */
function mayBeSeenBy(operator: Pick<Operator, 'personId' | 'role'>, cardToken: string): SQL | undefined {
  const [holdActs, otherActs] = [true, false].map((isHold) =>
    inArray(
      auditRows.action,
      Object.keys(kinds).filter((action) => (kinds[action] === 'hold') === isHold),
    ),
  );
  const isSameRole = eq(auditRows.actorRole, operator.role);
  if (operator.role === 'compliance') return or(otherActs, and(holdActs, isSameRole));
  const isOthers = or(isNull(auditRows.actorRole), ne(auditRows.actorRole, 'compliance'));
  const isOwn = and(eq(auditRows.actorId, operator.personId), isSameRole);
  return or(and(otherActs, isOthers), and(holdActs, isOthers, or(isOwn, isOnYourHold(operator, cardToken))));
}

/** The row of an intent may not know the hold yet; its outcome does. */
function isOnYourHold(operator: Pick<Operator, 'personId' | 'role'>, cardToken: string): SQL {
  const yours = new QueryBuilder()
    .select({ id: sql`${cardHolds.id}::text` })
    .from(cardHolds)
    .where(and(eq(cardHolds.cardToken, cardToken), isStanding, isHoldOf(operator)));
  const acts = alias(auditRows, 'acts');
  return inArray(
    auditRows.sequence,
    new QueryBuilder()
      .select({ sequence: sql`coalesce(${acts.intentSequence}, ${acts.sequence})` })
      .from(acts)
      .where(and(eq(acts.targetId, cardToken), inArray(sql`${acts.details}->>'holdId'`, yours))),
  );
}

async function readToldChanges(
  parts: Pick<Runtime, 'store' | 'texts'>,
  card: Pick<LocatedCard, 'token'>,
  from: Date | undefined,
  limit: number,
): Promise<CardEvent[]> {
  const rows = await parts.store.db
    .select()
    .from(cardStatusChanges)
    .where(
      and(eq(cardStatusChanges.cardToken, card.token), from && lt(cardStatusChanges.occurredAt, after(from))),
    )
    .orderBy(desc(cardStatusChanges.occurredAt), desc(cardStatusChanges.id))
    .limit(limit);
  return rows.map((row) => ({
    id: `told-${row.id}`,
    at: row.occurredAt.toISOString(),
    kind: 'status',
    action: 'cards.update-status',
    from: null,
    to: row.status,
    changes: [],
    outcome: 'succeeded',
    actor: null,
    // Wise: `internal_system` when Wise did it, otherwise the client id of the partner.
    via: row.changedBy === 'internal_system' ? 'wise' : 'partner-api',
    reason: null,
    reviewOn: null,
  }));
}

/** Each act takes the one change that was told nearest to it: a second one soon after was made by somebody else. */
function madeElsewhere(told: readonly CardEvent[], acts: readonly CardEvent[]): CardEvent[] {
  const left = new Set(told);
  for (const act of acts) {
    const [own] = [...left]
      .filter((change) => isSameAct(act, change))
      .sort((one, other) => apartMs(act, one) - apartMs(act, other));
    if (own) left.delete(own);
  }
  return [...left];
}

const apartMs = (one: CardEvent, other: CardEvent) => Math.abs(Date.parse(one.at) - Date.parse(other.at));

function isSameAct(act: CardEvent, told: CardEvent): boolean {
  const hasStatus = act.kind === 'status' || act.kind === 'hold';
  const isNotDone = act.outcome === 'failed' || act.outcome === 'to-confirm';
  if (!hasStatus || act.to !== told.to || told.via === 'wise' || isNotDone) return false;
  return apartMs(act, told) < sameActWithinMs;
}

function outcomeOf(outcome: string | null | undefined): CardEvent['outcome'] {
  return outcome === 'succeeded' || outcome === 'failed' || outcome === 'unknown' ? outcome : 'running';
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The moment of the last event that was shown, and how many of that moment were: of one millisecond there may be several. */
function writeCursor(shown: readonly CardEvent[]): string {
  const at = shown.at(-1)?.at ?? '';
  return `${at}~${shown.filter((event) => event.at === at).length}`;
}

/** Begins with what was before this moment. */
export const cursorBefore = (at: Date): string => `${new Date(at.getTime() - 1).toISOString()}~0`;

function readCursor(cursor: string): { at: Date; passed: number } {
  const [at = '', passed = ''] = cursor.split('~');
  const place = cursorSchema.safeParse({ at, passed });
  if (!place.success)
    throw new AppError('validation_failed', {
      fields: [{ path: 'query.cursor', message: 'Not a cursor of this list.' }],
    });
  return place.data;
}

/** The store keeps microseconds; events are told to the millisecond. */
const after = (at: Date): Date => new Date(at.getTime() + 1);
