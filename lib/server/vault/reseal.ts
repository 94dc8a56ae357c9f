import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Vault, VaultError } from './vault.ts';

interface SealedColumn {
  table: string;
  column: string;
  keys: [string, ...string[]];
  /** Whoever holds the row's lease compares what is sealed when they store what Wise gave them: not now. */
  isLeased?: boolean;
}

/**
 * Every column whose values the vault itself seals. What lies under a subject's key is sealed anew with that key alone.
 * A test looks for columns of the store that are missing here.
 */
export const sealedColumns: SealedColumn[] = [
  { table: 'wise_connections', column: 'refresh_token_sealed', keys: ['user_id'], isLeased: true },
  { table: 'wise_connections', column: 'access_token_sealed', keys: ['user_id'], isLeased: true },
  { table: 'wise_client_tokens', column: 'access_token_sealed', keys: ['client_id'], isLeased: true },
  { table: 'console_keys', column: 'private_key_sealed', keys: ['name'] },
  { table: 'subject_keys', column: 'key_sealed', keys: ['subject_id'] },
  { table: 'saved_views', column: 'content_sealed', keys: ['id'] },
  { table: 'batch_rows', column: 'content_sealed', keys: ['group_id', 'row_number'] },
  { table: 'recipients', column: 'content_sealed', keys: ['profile_id', 'id'] },
  { table: 'approvals', column: 'content_sealed', keys: ['id'] },
  { table: 'approvals', column: 'end_note_sealed', keys: ['id'] },
  { table: 'card_order_requests', column: 'content_sealed', keys: ['id'] },
  { table: 'evidence_packages', column: 'content_sealed', keys: ['id'] },
  { table: 'idempotency_keys', column: 'reply', keys: ['person_id', 'endpoint', 'path', 'key'] },
  { table: 'sca_requests', column: 'sealed', keys: ['id', 'person_id', 'session_id', 'profile_id'] },
];

const atOnce = 200;
const counted = z.object({ rows: z.tuple([z.object({ left: z.number() })]) });
const sealedValues = z.object({
  rows: z.array(z.object({ at: z.string(), place: z.array(z.string()), sealed: z.string() })),
});

/** How many values another key than the first one seals. */
export async function countToReseal(db: Database, vault: Vault): Promise<number> {
  let left = 0;
  for (const { column, table } of sealedColumns) {
    const found = await db.execute(
      sql`select count(*)::int as left from ${sql.identifier(table)} where ${isOld(vault, column)}`,
    );
    left += counted.parse(found).rows[0].left;
  }
  return left;
}

/**
 * Seals under the first key whatever another one sealed. Nobody waits for it: each value is exchanged for itself, and one
 * that was written meanwhile is left as it is. May stop anywhere and be taken up again.
 * @returns how many open under no key of ours
 */
export async function resealEverything(db: Database, vault: Vault): Promise<{ unreadable: number }> {
  let unreadable = 0;
  for (const sealed of sealedColumns) unreadable += await resealColumn(db, vault, sealed);
  return { unreadable };
}

async function resealColumn(db: Database, vault: Vault, sealed: SealedColumn): Promise<number> {
  const { column, isLeased = false, keys, table } = sealed;
  const unleased = isLeased ? sql`and (lease_until is null or lease_until < now())` : sql``;
  const [from, value] = [sql.identifier(table), sql.identifier(column)];
  const place = sql.join(
    keys.map((key) => sql`${sql.identifier(key)}::text`),
    sql`, `,
  );
  let unreadable = 0;
  // Where a row lies in its table: found at once whatever its keys are, and elsewhere once it was changed.
  let last = '(0,0)';
  for (;;) {
    const found = await db.execute(
      sql`select ctid::text as at, array[${place}] as place, ${value} as sealed from ${from}
        where ctid > ${last}::tid and ${isOld(vault, column)} order by ctid limit ${atOnce}`,
    );
    const { rows } = sealedValues.parse(found);
    for (const { at, place: values, sealed: old } of rows) {
      const context = { table, column, row: keys.length === 1 ? (values[0] ?? '') : JSON.stringify(values) };
      const fresh = openAndSeal(vault, old, context);
      if (fresh === undefined) unreadable += 1;
      else
        await db.execute(
          sql`update ${from} set ${value} = ${fresh} where ctid = ${at}::tid and ${value} = ${old} ${unleased}`,
        );
      last = at;
    }
    if (rows.length < atOnce) return unreadable;
  }
}

function openAndSeal(vault: Vault, old: string, context: Parameters<Vault['open']>[1]): string | undefined {
  try {
    return vault.seal(vault.open(old, context), context);
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}

/** An answer that tells only of an interruption is kept unsealed, and stays so. */
const isOld = (vault: Vault, column: string) =>
  sql`starts_with(${sql.identifier(column)}, 'v1.') and not starts_with(${sql.identifier(column)}, ${vault.prefix})`;
