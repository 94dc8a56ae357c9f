import 'server-only';
import type { Runtime } from '../../../runtime.ts';
import { WiseError } from '../../../wise/errors.ts';
import { findRecipient, storeRecipients, syncNewRecipients } from '../../recipients/recipient-index.ts';
import type { RowContent } from '../rows/content.ts';
import { toNewRecipient } from '../rows/to-recipient.ts';
import { askWise } from './ask-wise.ts';
import { type Claim, makeClaim, noteAsked, noteNotAsked, takeClaim, underClaim } from './recipient-claims.ts';
import { type Row, RowEnded } from './row-outcome.ts';
import type { SendingGroup } from './send-row.ts';

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
  const first = await makeClaim(parts.store, wanted);
  if (first) return underClaim(parts.store, first, () => makeRecipient(parts, wanted, first));
  const known = await findRecipient(parts, profileId, accountDigest, { withAddress });
  if (known) return known;
  const claim = await takeClaim(parts.store, wanted);
  if (!claim) throw new RowEnded({ kind: 'later', afterMs: lookAgainMs });
  return underClaim(parts.store, claim, async () => {
    const made = await findMade(parts, wanted, claim.askedAt);
    if (made) return made;
    await noteAsked(parts.store, wanted);
    return makeRecipient(parts, wanted, claim);
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
async function makeRecipient(parts: Runtime, wanted: Wanted, claim: Claim): Promise<string> {
  const { accountDigest, content, profileId, tries, userId, withAddress } = wanted;
  const options = { userId, priority: 'background' } as const;
  const recipient = await askWise('recipient', tries, async () => {
    try {
      return await parts.wise.recipients.createRecipient(options, profileId, toNewRecipient(content));
    } catch (error) {
      const isCertain = error instanceof WiseError && error.kind !== 'unknown' && !error.applied;
      if (isCertain) await noteNotAsked(parts.store, claim);
      // A call that was given up on may have its effect from now on: the time counts from its end.
      else await noteAsked(parts.store, wanted);
      throw error;
    }
  });
  await storeRecipients(parts, profileId, [recipient], {
    asDigest: accountDigest,
    hasAddress: withAddress,
  });
  return recipient.id;
}
