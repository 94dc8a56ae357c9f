import 'server-only';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Store } from '../../../db/database.ts';
import { recipientClaims } from '../../../db/schema/batches.ts';

const leaseSeconds = 30;

/** Of one account only one at a time makes a recipient. */
interface Account {
  profileId: string;
  accountDigest: string;
}
const leaseEnd = sql`now() + ${leaseSeconds} * interval '1 second'`;
const nameOf = ({ accountDigest, profileId }: Account) => ({ accountDigest, profileId });
const isClaim = (account: Account) =>
  and(
    eq(recipientClaims.profileId, account.profileId),
    eq(recipientClaims.accountDigest, account.accountDigest),
  );

/** What tells it from the claim of whoever takes over once its time has run out. */
const lease = sql<string>`extract(epoch from ${recipientClaims.leasedUntil})::text`;
const held = {
  profileId: recipientClaims.profileId,
  accountDigest: recipientClaims.accountDigest,
  askedAt: recipientClaims.askedAt,
  lease,
};
export interface Claim extends Account {
  askedAt: Date | null;
  lease: string;
}

const isStill = (claim: Claim) => and(isClaim(claim), eq(lease, claim.lease));

/** The first claim of an account notes at once that Wise is asked. @returns undefined where somebody had one before */
export async function makeClaim({ db }: Store, account: Account): Promise<Claim | undefined> {
  const [made] = await db
    .insert(recipientClaims)
    .values({ ...nameOf(account), askedAt: new Date(), leasedUntil: leaseEnd })
    .onConflictDoNothing()
    .returning(held);
  return made;
}

/** A claim whose holder has let go of it, or died. */
export async function takeClaim({ db }: Store, account: Account): Promise<Claim | undefined> {
  const [claim] = await db
    .update(recipientClaims)
    .set({ leasedUntil: leaseEnd })
    .where(and(isClaim(account), lt(recipientClaims.leasedUntil, sql`now()`)))
    .returning(held);
  return claim;
}

/**
 * Lets go of the claim at either end, so that nobody waits for it to run out: a row with an address may still need another
 * recipient of the same account. Whoever took it over meanwhile keeps it.
 */
export async function underClaim<T>({ db }: Store, claim: Claim, work: () => Promise<T>): Promise<T> {
  const letGo = (more: { askedAt?: null }) =>
    db
      .update(recipientClaims)
      .set({ leasedUntil: sql`now() - interval '1 second'`, ...more })
      .where(isStill(claim));
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

export const noteAsked = ({ db }: Store, account: Account) =>
  db.update(recipientClaims).set({ askedAt: new Date() }).where(isClaim(account));
/** What whoever took the claim over has asked stays noted. */
export const noteNotAsked = ({ db }: Store, claim: Claim) =>
  db.update(recipientClaims).set({ askedAt: null }).where(isStill(claim));
