import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { DeskConditions } from '../../../contracts/desk-rules.ts';
import type { Database } from '../../db/database.ts';
import { type DeclinedPayment, meetsOwnConditions, meetsRule } from './meets-rule.ts';

const counted = z.object({
  rows: z.array(z.object({ place: z.coerce.number(), count: z.coerce.number() })),
});
const others = z.object({
  rows: z.array(
    z.object({ profile_id: z.string(), transaction_id: z.coerce.string(), created_at: z.coerce.date() }),
  ),
});
const mostRelated = 20;

/** Those that meet the rule; the store is asked only where the rule asks for repetition, and for all of them together. */
export async function findMeeting(
  db: Database,
  conditions: DeskConditions,
  payments: readonly DeclinedPayment[],
): Promise<DeclinedPayment[]> {
  const candidates = payments.filter((payment) => meetsOwnConditions(conditions, payment));
  const { sameCard, sameMerchant } = conditions;
  const ofCard = sameCard && (await countDeclines(db, candidates, sameCard.minutes));
  const ofMerchant = sameMerchant && (await countCards(db, candidates, sameMerchant.minutes));
  return candidates.filter((payment, place) =>
    meetsRule(conditions, payment, {
      sameCard: ofCard?.get(place) ?? 0,
      sameMerchant: ofMerchant?.get(place) ?? 0,
    }),
  );
}

const asRows = (payments: readonly DeclinedPayment[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(
    payments.map(({ cardToken, createdAt, merchantName }, place) => ({
      place,
      card: cardToken,
      merchant: merchantName,
      at: createdAt.toISOString(),
    })),
  )}::jsonb) as asked(place int, card text, merchant text, at timestamptz)`;

const within = (minutes: number) =>
  sql`found.state = 'DECLINED' and found.created_at > asked.at - ${minutes} * interval '1 minute'
    and found.created_at < asked.at + interval '1 millisecond'`;

async function countDeclines(db: Database, payments: readonly DeclinedPayment[], minutes: number) {
  return readCounts(
    db,
    payments,
    sql`select count(*) from card_transactions found
      where found.card_token = asked.card and ${within(minutes)}`,
  );
}

async function countCards(db: Database, payments: readonly DeclinedPayment[], minutes: number) {
  return readCounts(
    db,
    payments,
    sql`select count(distinct found.card_token) from card_transactions found
      where lower(trim(found.merchant_name)) = lower(trim(asked.merchant)) and ${within(minutes)}`,
  );
}

async function readCounts(
  db: Database,
  payments: readonly DeclinedPayment[],
  count: ReturnType<typeof sql>,
): Promise<Map<number, number>> {
  if (payments.length === 0) return new Map();
  const found = await db.execute(sql`select asked.place, (${count}) as count from ${asRows(payments)}`);
  return new Map(counted.parse(found).rows.map(({ count: number, place }) => [place, number]));
}

/** The other declines that made a rule about repetition hold, newest first. */
export async function findRelated(
  db: Database,
  { sameCard, sameMerchant }: DeskConditions,
  payment: DeclinedPayment,
): Promise<Pick<DeclinedPayment, 'profileId' | 'transactionId' | 'createdAt'>[]> {
  const asked = sql`found.transaction_id <> ${payment.transactionId}::bigint`;
  const isRelated = [
    sameCard && sql`(found.card_token = asked.card and ${within(sameCard.minutes)})`,
    sameMerchant &&
      sql`(lower(trim(found.merchant_name)) = lower(trim(asked.merchant)) and ${within(sameMerchant.minutes)})`,
  ].filter((one) => one !== undefined);
  if (isRelated.length === 0) return [];
  const found = await db.execute(
    sql`select found.profile_id, found.transaction_id, found.created_at
      from ${asRows([payment])} join card_transactions found on ${asked}
        and (${sql.join(isRelated, sql` or `)})
      order by found.created_at desc limit ${mostRelated}`,
  );
  return others.parse(found).rows.map(({ created_at, profile_id, transaction_id }) => ({
    profileId: profile_id,
    transactionId: transaction_id,
    createdAt: created_at,
  }));
}
