import 'server-only';
import { inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { cardTransactions as archive } from '../../../db/schema/transactions.ts';
import type { ArchiveRow } from './to-row.ts';

/** Declines that ask for another way to pay: confirmed, or with the PIN, the next try usually goes through. */
const softReasons = [
  'SUSPECTED_FRAUD_SOFT_DECLINE',
  'CONTACTLESS_PIN_ENTRY_REQUIRED',
  'SECURITY_PIN_ENTRY_REQUIRED',
  'PRE_ACTIVATED_CARD_PIN_ENTRY_REQUIRED',
];
const softPrefix = 'SCA_SOFT_DECLINE';

export const isSoft: SQL = sql`(${inArray(archive.declineReason, softReasons)}
  or starts_with(coalesce(${archive.declineReason}, ''), ${softPrefix}))`;

/** When the same card, shop and money was approved, within the hour. */
const secondTryAt = sql`(select min(later.created_at) from card_transactions later
  where later.card_token = ${archive.cardToken}
    and later.created_at > ${archive.createdAt}
    and later.created_at <= ${archive.createdAt} + interval '1 hour'
    and later.state in ('COMPLETED', 'IN_PROGRESS')
    and later.type not in ('REFUND', 'ACCOUNT_CREDIT', 'CREDIT_TRANSACTION')
    and lower(trim(later.merchant_name)) = lower(trim(${archive.merchantName}))
    and later.currency = ${archive.currency}
    and abs(later.amount) = abs(${archive.amount}))`;

/**
 * Says of each soft decline whether and when it went through, once these rows are kept: they may be declines, or second
 * tries of declines up to an hour before them, or be neither any more.
 */
export async function keepSecondTries(tx: Database, rows: readonly ArchiveRow[]): Promise<void> {
  const kept = JSON.stringify(rows.map(({ cardToken, createdAt }) => ({ card: cardToken, at: createdAt })));
  await tx.execute(sql`with found as materialized (
      select ${archive.createdAt} as made_at, ${archive.transactionId} as id, ${archive.profileId} as owner,
        case when ${archive.state} = 'DECLINED' and ${isSoft} then ${secondTryAt} end as went_through_at
      from (select distinct card, at from jsonb_to_recordset(${kept}::jsonb) as one(card text, at timestamptz)) kept
      join ${archive} on ${archive.cardToken} = kept.card
        and ${archive.createdAt} between kept.at - interval '1 hour' and kept.at
      where ${archive.state} = 'DECLINED' or ${archive.wentThroughAt} is not null
    )
    update ${archive} set went_through_at = found.went_through_at from found
    where ${archive.createdAt} = found.made_at and ${archive.transactionId} = found.id
      and ${archive.profileId} = found.owner
      and ${archive.wentThroughAt} is distinct from found.went_through_at`);
}

/** Until the end of the transaction nobody else keeps payments of these cards: each would miss what the other keeps. */
export async function lockCards(tx: Database, cardTokens: readonly string[]): Promise<void> {
  await tx.execute(
    sql`select lock_cards(array(select jsonb_array_elements_text(${JSON.stringify(cardTokens)}::jsonb)))`,
  );
}
