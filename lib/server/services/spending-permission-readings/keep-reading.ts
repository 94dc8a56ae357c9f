import 'server-only';
import { sql } from 'drizzle-orm';
import type { SpendingPermission } from '../../../contracts/spending-permissions.ts';
import type { Database } from '../../db/database.ts';
import { spendingPermissionReadings as readings } from '../../db/schema/spending-permissions.ts';

/** Everybody who looks at a card reads its switches: that they still stand is written this often at most. */
const confirmEverySeconds = 60;

interface Reading {
  cardToken: string;
  readAt: Date;
  permissions: readonly SpendingPermission[];
  /** A decline asked for it: it is kept though it says what the one before said. */
  isOfDecline?: boolean;
}

/** Keeps a reading that says something new; of another one, only when it was. */
export async function keepReading(db: Database, reading: Reading): Promise<void> {
  const { cardToken, isOfDecline = false } = reading;
  const readAt = sql`${reading.readAt.toISOString()}::timestamptz`;
  const sorted = [...reading.permissions].sort((one, other) => (one.type < other.type ? -1 : 1));
  const permissions = sql`${JSON.stringify(
    sorted.map(({ isEnabled, isLocked, type }) => ({ type, isEnabled, isLocked })),
  )}::jsonb`;
  await db.execute(sql`
    with before as (
      select read_at, permissions from ${readings}
      where card_token = ${cardToken} and read_at <= ${readAt} order by read_at desc limit 1
    ), confirmed as (
      update ${readings} as kept set confirmed_at = ${readAt} from before
      where kept.card_token = ${cardToken} and kept.read_at = before.read_at and before.permissions = ${permissions}
        and kept.confirmed_at < ${readAt} - ${confirmEverySeconds} * interval '1 second'
    )
    insert into ${readings} (card_token, read_at, confirmed_at, permissions)
    select ${cardToken}, ${readAt}, ${readAt}, ${permissions}
    where ${isOfDecline} or not exists (select 1 from before where before.permissions = ${permissions})
    on conflict do nothing`);
}
