import 'server-only';
import { and, eq, lt, sql } from 'drizzle-orm';
import { recipientClaims } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import { WiseError } from '../../../wise/errors.ts';
import { findRecipient, storeRecipients, syncNewRecipients } from '../../recipients/recipient-index.ts';
import type { RowContent } from '../rows/content.ts';
import { toNewRecipient } from '../rows/to-recipient.ts';
import { askWise } from './ask-wise.ts';
import { type Row, RowEnded } from './row-outcome.ts';
import type { SendingGroup } from './send-row.ts';

const leaseSeconds = 30;
/** Within this time after a call without an answer its effect may still come. */
const settlesWithinMs = 5000;
const lookAgainMs = 1000;

interface Wanted extends Pick<SendingGroup, 'profileId' | 'userId'>, Pick<Row, 'tries'> {
  accountDigest: string;
  content: RowContent;
  /** The row gives one: a recipient without will not do. */
  withAddress: boolean;
}

/**
 * The recipient of this very account; made once, however many rows pay to it. Whether it was known already was looked at
 * when the row was taken.
 */
export async function ensureRecipient(
  parts: Runtime,
  { profileId, userId }: SendingGroup,
  { accountDigest, tries }: Row,
  content: RowContent,
): Promise<string> {
  if (!accountDigest) throw new Error('A row without an account was sent');
  const withAddress = givesAddress(content);
  const wanted = { profileId, userId, accountDigest, tries, content, withAddress };
  if (await makeClaim(parts, wanted)) return underClaim(parts, wanted, () => makeRecipient(parts, wanted));
  const known = await findRecipient(parts, profileId, accountDigest, { withAddress });
  if (known) return known;
  const claim = await takeClaim(parts, wanted);
  if (!claim) throw new RowEnded({ kind: 'later', afterMs: lookAgainMs });
  return underClaim(parts, wanted, async () => {
    const made = await findMade(parts, wanted, claim.askedAt);
    if (made) return made;
    await noteAsked(parts, wanted);
    return makeRecipient(parts, wanted);
  });
}

const givesAddress = ({ newRecipient }: RowContent): boolean =>
  Object.keys(newRecipient?.details ?? {}).some((key) => key.startsWith('address.'));

/** Whoever held the claim before may have made it, or may have asked without an answer. */
async function findMade(
  parts: Runtime,
  { accountDigest, profileId, tries, userId, withAddress }: Wanted,
  askedAt: Date | null,
): Promise<string | undefined> {
  const options = { userId, priority: 'background' } as const;
  if (askedAt) await askWise('recipient', tries, () => syncNewRecipients(parts, options, profileId));
  const made = await findRecipient(parts, profileId, accountDigest, { withAddress });
  if (made) return made;
  if (askedAt && askedAt.getTime() > Date.now() - settlesWithinMs)
    throw new RowEnded({ kind: 'asking', step: 'recipient', afterMs: lookAgainMs });
  return undefined;
}

/** That Wise is asked was noted before. */
async function makeRecipient(parts: Runtime, wanted: Wanted): Promise<string> {
  const { accountDigest, content, profileId, tries, userId, withAddress } = wanted;
  const options = { userId, priority: 'background' } as const;
  const recipient = await askWise('recipient', tries, async () => {
    try {
      return await parts.wise.recipients.createRecipient(options, profileId, toNewRecipient(content));
    } catch (error) {
      const isCertain = error instanceof WiseError && error.kind !== 'unknown' && !error.applied;
      if (isCertain) await noteNotAsked(parts, wanted);
      // A call that was given up on may have its effect from now on: the time counts from its end.
      else await noteAsked(parts, wanted);
      throw error;
    }
  });
  await storeRecipients(parts, profileId, [recipient], {
    asDigest: accountDigest,
    hasAddress: withAddress,
  });
  return recipient.id;
}

type Account = Pick<Wanted, 'profileId' | 'accountDigest'>;
const leaseEnd = sql`now() + ${leaseSeconds} * interval '1 second'`;
const isClaim = ({ accountDigest, profileId }: Account) =>
  and(eq(recipientClaims.profileId, profileId), eq(recipientClaims.accountDigest, accountDigest));

/** The first claim of an account notes at once that Wise is asked. @returns false where somebody had one before */
async function makeClaim({ store }: Runtime, { accountDigest, profileId }: Account): Promise<boolean> {
  const made = await store.db
    .insert(recipientClaims)
    .values({ profileId, accountDigest, askedAt: new Date(), leasedUntil: leaseEnd })
    .onConflictDoNothing()
    .returning({ accountDigest: recipientClaims.accountDigest });
  return made.length > 0;
}

/** A claim whose holder has let go of it, or died. */
async function takeClaim({ store }: Runtime, account: Account) {
  const [claim] = await store.db
    .update(recipientClaims)
    .set({ leasedUntil: leaseEnd })
    .where(and(isClaim(account), lt(recipientClaims.leasedUntil, sql`now()`)))
    .returning({ askedAt: recipientClaims.askedAt });
  return claim;
}

/**
 * Lets go of the claim at either end, so that nobody waits for it to run out: a row with an address may still need another
 * recipient of the same account.
 */
async function underClaim<T>({ store }: Runtime, account: Account, work: () => Promise<T>): Promise<T> {
  const letGo = (more: { askedAt?: null }) =>
    store.db
      .update(recipientClaims)
      .set({ leasedUntil: sql`now() - interval '1 second'`, ...more })
      .where(isClaim(account));
  try {
    const made = await work();
    await letGo({ askedAt: null });
    return made;
  } catch (error) {
    // What was asked stays noted: the next one looks for it first.
    await letGo({});
    throw error;
  }
}

const noteAsked = ({ store }: Runtime, account: Account) =>
  store.db.update(recipientClaims).set({ askedAt: new Date() }).where(isClaim(account));
const noteNotAsked = ({ store }: Runtime, account: Account) =>
  store.db.update(recipientClaims).set({ askedAt: null }).where(isClaim(account));
