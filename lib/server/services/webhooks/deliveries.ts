import 'server-only';
import { and, eq, gte, ilike, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { DeliveryState } from '../../../catalogues/webhook-deliveries.ts';
import type { webhookDeliveryQuery } from '../../../contracts/webhooks.schema.ts';
import type {
  WebhookDelivery,
  WebhookDeliveryDetails,
  WebhookDeliveryList,
} from '../../../contracts/webhooks.ts';
import type { Operator } from '../../auth/operator.ts';
import { webhookDeliveries } from '../../db/schema/wise.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import { processDelivery } from '../../jobs/process-deliveries.ts';
import type { Runtime } from '../../runtime.ts';
import { stringifyWiseJson } from '../../wise/json.ts';
import { afterCursor, inOrder, writeCursor } from '../keyset.ts';
import { readIsTold } from './is-told.ts';
import { escapeLike } from '../search-text.ts';
import { readEvent } from './take-event.ts';
import { tellPayload } from './tell-payload.ts';

type Query = z.output<typeof webhookDeliveryQuery>;
type Row = typeof webhookDeliveries.$inferSelect;

const receivedText = sql<string>`to_char(${webhookDeliveries.receivedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
const isDone = eq(webhookDeliveries.state, 'processed');
const stateIs: Record<DeliveryState, SQL | undefined> = {
  done: isDone,
  failing: and(eq(webhookDeliveries.state, 'received'), isNotNull(webhookDeliveries.failure)),
  waiting: and(eq(webhookDeliveries.state, 'received'), isNull(webhookDeliveries.failure)),
};
const stateOf = ({ failure, state }: Pick<Row, 'state' | 'failure'>): DeliveryState =>
  state === 'processed' ? 'done' : failure === null ? 'waiting' : 'failing';

/** One page in keyset order, with how many there are per state under every other filter. */
export async function listDeliveries({ store }: Runtime, query: Query): Promise<WebhookDeliveryList> {
  const { db } = store;
  const isTold = await readIsTold(db);
  const order = {
    value: receivedText,
    key: webhookDeliveries.id,
    isDescending: query.sort.startsWith('-'),
  };
  const [rows, [counts], types] = await Promise.all([
    db
      .select({ row: webhookDeliveries, value: receivedText })
      .from(webhookDeliveries)
      .where(and(isTold, matches(query), afterCursor(query.cursor, order)))
      .orderBy(...inOrder(order))
      .limit(query.limit + 1),
    db
      .select({
        waiting: countWhere(stateIs.waiting),
        failing: countWhere(stateIs.failing),
        done: countWhere(stateIs.done),
      })
      .from(webhookDeliveries)
      .where(and(isTold, matches({ ...query, state: undefined }))),
    db.selectDistinct({ eventType: webhookDeliveries.eventType }).from(webhookDeliveries).where(isTold),
  ]);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  const found = counts ?? { waiting: 0, failing: 0, done: 0 };
  const counted: readonly DeliveryState[] = query.state?.length
    ? [...new Set(query.state)]
    : ['waiting', 'failing', 'done'];
  return {
    items: page.map(({ row }) => toDelivery(row)),
    nextCursor: last ? writeCursor(last.value, last.row.id) : null,
    total: counted.reduce((sum, state) => sum + found[state], 0),
    counts: found,
    eventTypes: types.flatMap(({ eventType }) => eventType ?? []).sort(),
    asOf: new Date().toISOString(),
  };
}

const countWhere = (condition: SQL | undefined) =>
  sql<number>`(count(*) filter (where ${condition ?? sql`true`}))::int`;

function matches({ eventType, from, outcome, query, state, test, until }: Query): SQL | undefined {
  const begins = query && `${escapeLike(query)}%`;
  return and(
    eventType?.length ? inArray(webhookDeliveries.eventType, eventType) : undefined,
    outcome?.length ? inArray(webhookDeliveries.outcome, outcome) : undefined,
    state?.length ? or(...state.map((one) => stateIs[one])) : undefined,
    test && eq(webhookDeliveries.isTest, test === 'yes'),
    from ? gte(webhookDeliveries.receivedAt, new Date(from)) : undefined,
    until ? lte(webhookDeliveries.receivedAt, new Date(until)) : undefined,
    begins
      ? or(
          ilike(webhookDeliveries.deliveryId, begins),
          ilike(webhookDeliveries.subjectId, begins),
          ilike(webhookDeliveries.profileId, begins),
        )
      : undefined,
  );
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

function toDelivery(row: Row): WebhookDelivery {
  const {
    attempts,
    deliveryId,
    eventType,
    failure,
    id,
    isTest,
    outcome,
    profileId,
    schemaVersion,
    subjectId,
  } = row;
  const state = stateOf(row);
  return {
    id,
    deliveryId,
    eventType,
    schemaVersion,
    isTest,
    profileId,
    subjectId,
    occurredAt: instant(row.occurredAt),
    receivedAt: row.receivedAt.toISOString(),
    state,
    outcome: state === 'done' ? outcome : null,
    failure,
    attempts,
    triedAt: instant(row.processedAt),
    dueAt: state === 'done' ? null : row.dueAt.toISOString(),
  };
}

async function readOrThrow({ store: { db } }: Runtime, id: string): Promise<Row> {
  const [row] = await db
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.id, id), await readIsTold(db)));
  if (!row) throw new AppError('not_found');
  return row;
}

/** What cannot be read as a notification is shown to nobody: what of it may be known cannot be told apart. */
export async function readDelivery(
  parts: Runtime,
  reader: Operator,
  id: string,
): Promise<WebhookDeliveryDetails> {
  const row = await readOrThrow(parts, id);
  const event = readEvent(row.body);
  const payload = event ? stringifyWiseJson(tellPayload(reader, event.envelope)) : null;
  return { ...toDelivery(row), payload };
}

/** Takes it in once more, now. */
export async function replayDelivery(parts: Runtime, id: string): Promise<WebhookDelivery> {
  const { db } = parts.store;
  await readOrThrow(parts, id);
  const [row] = await db
    .update(webhookDeliveries)
    .set({ state: 'received', outcome: null, failure: null, dueAt: sql`now()` })
    .where(eq(webhookDeliveries.id, id))
    .returning();
  if (row) await processDelivery(parts, row);
  await db.transaction((tx) => publishEvent(tx, { type: 'webhooks.changed' }));
  return toDelivery(await readOrThrow(parts, id));
}
