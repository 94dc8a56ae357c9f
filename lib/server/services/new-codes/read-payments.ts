import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { NewCode } from '../../../contracts/new-codes.ts';
import type { Database } from '../../db/database.ts';
import { isOfCode } from './of-code.ts';

export type CodePayments = Pick<
  NewCode,
  'payments' | 'cards' | 'firstAt' | 'lastAt' | 'isReason' | 'examples'
>;

const mostExamples = 3;
const moment = z.coerce.date().transform((at) => at.toISOString());
const found = z.object({
  rows: z.array(
    z.object({
      code: z.string(),
      payments: z.coerce.number(),
      cards: z.coerce.number(),
      first_at: moment.nullable(),
      last_at: moment.nullable(),
      is_reason: z.boolean().nullable(),
      examples: z
        .array(
          z.object({
            profile_id: z.string(),
            id: z.string(),
            at: moment,
            amount: z.string(),
            currency: z.string(),
            merchant: z.string().nullable(),
          }),
        )
        .nullable(),
    }),
  ),
});

/** How often payments came with each code, on how many cards and when, by the index of codes. */
export async function readPaymentsOf(
  db: Database,
  codes: readonly string[],
): Promise<Map<string, CodePayments>> {
  if (codes.length === 0) return new Map();
  const isAsked = isOfCode(sql`asked.code`);
  const rows = await db.execute(sql`
    select asked.code, counted.*, newest.examples
    from jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb) asked(code)
    cross join lateral (
      select count(*) as payments, count(distinct card_token) as cards, min(created_at) as first_at,
        max(created_at) as last_at, bool_or(decline_reason = asked.code) as is_reason
      from card_transactions where ${isAsked}) counted
    cross join lateral (
      select jsonb_agg(jsonb_build_object('profile_id', one.profile_id, 'id', one.transaction_id::text,
        'at', one.created_at, 'amount', one.amount::text, 'currency', one.currency, 'merchant', one.merchant_name)
        order by one.created_at desc) as examples
      from (select profile_id, transaction_id, created_at, amount, currency, merchant_name
        from card_transactions where ${isAsked} order by created_at desc limit ${mostExamples}) one) newest`);
  return new Map(
    found.parse(rows).rows.map((row) => [
      row.code,
      {
        payments: row.payments,
        cards: row.cards,
        firstAt: row.first_at,
        lastAt: row.last_at,
        isReason: row.is_reason ?? false,
        examples: (row.examples ?? []).map(({ amount, at, currency, id, merchant, profile_id }) => ({
          profileId: profile_id,
          id,
          creationTime: at,
          transactionAmount: { amount, currency },
          merchantName: merchant,
        })),
      },
    ]),
  );
}
