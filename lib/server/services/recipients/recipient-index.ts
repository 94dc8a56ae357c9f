import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recipientReadings, recipients } from '../../db/schema/batches.ts';
import type { Runtime } from '../../runtime.ts';
import type { Vault } from '../../vault/vault.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import type { WiseRecipient } from '../../wise/resources/recipients.ts';
import { nameKey } from '../batch-groups/file/names.ts';
import { accountOf } from './account-of.ts';

type Parts = Pick<Runtime, 'store' | 'vault' | 'digests' | 'wise'>;
const readAllAgainMs = 24 * 60 * 60 * 1000;

const contentSchema = z.object({
  name: z.string(),
  type: z.string(),
  account: z.string().nullable(),
  /** Whether Wise told of an address, or was given one; null where nobody has looked for it yet. */
  hasAddress: z.boolean().nullable().default(null),
});
type Content = z.output<typeof contentSchema>;

/** A recipient as the index knows it. */
export interface KnownRecipient extends Content {
  id: string;
  currency: string;
  accountDigest: string | null;
  nameDigest: string;
  isActive: boolean;
}

const contextOf = (profileId: string, id: string) => ({
  table: 'recipients',
  column: 'content_sealed',
  row: JSON.stringify([profileId, id]),
});

interface Suiting {
  /** Not one of which it is known that it has none. */
  withAddress: boolean;
}

/** The id of the newest active recipient with exactly this account. */
export async function findRecipient(
  parts: Pick<Parts, 'store' | 'vault'>,
  profileId: string,
  accountDigest: string,
  suiting: Suiting,
): Promise<string | undefined> {
  return (await findRecipients(parts, profileId, [accountDigest], suiting)).get(accountDigest);
}

/** The ids of the newest active recipients with exactly these accounts, by the account's digest. */
export async function findRecipients(
  { store, vault }: Pick<Parts, 'store' | 'vault'>,
  profileId: string,
  accountDigests: readonly string[],
  { withAddress }: Suiting,
): Promise<Map<string | null, string>> {
  const rows = await store.db
    .select()
    .from(recipients)
    .where(
      and(
        eq(recipients.profileId, profileId),
        inArray(recipients.accountDigest, [...accountDigests]),
        eq(recipients.isActive, true),
      ),
    )
    .orderBy(asc(sql`${recipients.id}::bigint`));
  const suiting = withAddress ? rows.filter((row) => openContent(vault, row).hasAddress !== false) : rows;
  return new Map(suiting.map(({ accountDigest, id }) => [accountDigest, id]));
}

/** All of a profile: a file's rows are compared with every one of them. */
export async function listKnownRecipients(
  { store, vault }: Parts,
  profileId: string,
): Promise<KnownRecipient[]> {
  const rows = await store.db.select().from(recipients).where(eq(recipients.profileId, profileId));
  return rows.map((row) => ({ ...row, ...openContent(vault, row) }));
}

const openContent = (vault: Vault, row: typeof recipients.$inferSelect): Content =>
  contentSchema.parse(JSON.parse(vault.open(row.contentSealed, contextOf(row.profileId, row.id))));

/**
 * What Wise tells of them now. That one has an address stays known, though Wise may not print it each time.
 * @param made of one that the console made: the digest of its account and whether it sent an address, whatever Wise prints
 */
export async function storeRecipients(
  { store, vault, digests }: Parts,
  profileId: string,
  told: readonly WiseRecipient[],
  made: { asDigest?: string; hasAddress?: boolean } = {},
): Promise<void> {
  if (told.length === 0) return;
  const digest = await digests();
  const ids = told.map(({ id }) => id);
  const before = await store.db
    .select()
    .from(recipients)
    .where(and(eq(recipients.profileId, profileId), inArray(recipients.id, ids)));
  const withAddress = new Set(before.filter((row) => openContent(vault, row).hasAddress).map(({ id }) => id));
  const readAt = new Date();
  const rows = told.map((recipient) => {
    const { account, name, tellsAddress, type } = accountOf(recipient);
    const hasAddress = tellsAddress || made.hasAddress === true || withAddress.has(recipient.id);
    const content: Content = { name, type, account: recipient.accountSummary, hasAddress };
    return {
      profileId,
      id: recipient.id,
      currency: recipient.currency,
      accountDigest: made.asDigest ?? (account === null ? null : digest(account)),
      nameDigest: digest(nameKey(name)),
      contentSealed: vault.seal(JSON.stringify(content), contextOf(profileId, recipient.id)),
      isActive: recipient.active,
      readAt,
    };
  });
  const { accountDigest, contentSealed, isActive, nameDigest } = recipients;
  await store.db
    .insert(recipients)
    .values(rows)
    .onConflictDoUpdate({
      target: [recipients.profileId, recipients.id],
      set: {
        // The digest of an account that the console itself sent stays.
        accountDigest: sql`coalesce(${accountDigest}, excluded.account_digest)`,
        nameDigest: sql.raw(`excluded.${nameDigest.name}`),
        contentSealed: sql.raw(`excluded.${contentSealed.name}`),
        isActive: sql.raw(`excluded.${isActive.name}`),
        readAt,
      },
    });
}

/**
 * Reads what was made since the reading before: Wise's ids grow. It goes on from what was read last, not from the newest one
 * known: what the console made since then may be newer than one whose answer was lost.
 */
export async function syncNewRecipients(
  parts: Parts,
  options: CallOptions,
  profileId: string,
): Promise<void> {
  const [reading] = await parts.store.db
    .select({ newestId: recipientReadings.newestId })
    .from(recipientReadings)
    .where(eq(recipientReadings.profileId, profileId));
  const from = reading?.newestId ?? undefined;
  const seen = await readFrom(parts, options, profileId, from);
  await noteReading(parts, profileId, { isAll: from === undefined, newestId: seen.at(-1) ?? from });
}

/** Before a file is checked: the new ones, and once a day all of them, because some may have been deactivated. */
export async function refreshRecipients(
  parts: Parts,
  options: CallOptions,
  profileId: string,
): Promise<void> {
  const [reading] = await parts.store.db
    .select()
    .from(recipientReadings)
    .where(eq(recipientReadings.profileId, profileId));
  if (reading && reading.allAt.getTime() > Date.now() - readAllAgainMs) {
    await syncNewRecipients(parts, options, profileId);
    return;
  }
  // One that is made meanwhile may not be among those that are read, and is not missing.
  const known = await listActive(parts, profileId);
  const seen = await readFrom(parts, options, profileId, undefined);
  await forgetMissing(parts, profileId, known, seen);
  await noteReading(parts, profileId, { isAll: true, newestId: seen.at(-1) });
}

async function readFrom(
  parts: Parts,
  options: CallOptions,
  profileId: string,
  from: string | undefined,
): Promise<string[]> {
  const seen: string[] = [];
  for (let after = from; ; ) {
    const page = await parts.wise.recipients.listRecipients(options, profileId, after);
    await storeRecipients(parts, profileId, page.recipients);
    seen.push(...page.recipients.map(({ id }) => id));
    if (page.next === null || page.next === after) return seen;
    after = page.next;
  }
}

async function listActive({ store }: Parts, profileId: string): Promise<string[]> {
  const rows = await store.db
    .select({ id: recipients.id })
    .from(recipients)
    .where(and(eq(recipients.profileId, profileId), eq(recipients.isActive, true)));
  return rows.map(({ id }) => id);
}

async function forgetMissing(
  { store }: Parts,
  profileId: string,
  known: readonly string[],
  seen: readonly string[],
): Promise<void> {
  const active = new Set(seen);
  const gone = known.filter((id) => !active.has(id));
  for (let at = 0; at < gone.length; at += 500)
    await store.db
      .update(recipients)
      .set({ isActive: false })
      .where(and(eq(recipients.profileId, profileId), inArray(recipients.id, gone.slice(at, at + 500))));
}

async function noteReading(
  { store }: Parts,
  profileId: string,
  { isAll, newestId }: { isAll: boolean; newestId: string | undefined },
): Promise<void> {
  const now = new Date();
  const told = { newestAt: now, ...(newestId !== undefined && { newestId }) };
  await store.db
    .insert(recipientReadings)
    .values({ profileId, allAt: now, ...told })
    .onConflictDoUpdate({
      target: recipientReadings.profileId,
      set: { ...told, ...(isAll && { allAt: now }) },
    });
}
