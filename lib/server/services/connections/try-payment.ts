import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { PaymentTrial } from '../../../contracts/connections.ts';
import { profiles } from '../../db/schema/wise.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { needsApprovalAtWise, noteTransfersBlocked } from '../batch-groups/run/blocked-at-wise.ts';
import { priceOf } from '../batch-groups/run/choose-option.ts';
import { readConnectionOrThrow } from './read-connection.ts';

const groupName = 'Connection test, never paid';
/** Of the balance's currency. */
const triedAmount = '100';

interface Way {
  sourceCurrency: string;
  targetCurrency: string;
  recipientId: string;
}

/**
 * Whether Wise takes a payment of this profile over the API. One is set up in a group of its own, never funded, and the
 * group is cancelled whatever came of it.
 * @throws AppError not_found where the connection does not reach the profile; what Wise's calls throw, after cancelling
 */
export async function tryPayment(
  parts: Pick<Runtime, 'store' | 'wise'>,
  userId: string,
  profileId: string,
  note: (details: Record<string, unknown>) => void,
): Promise<PaymentTrial> {
  await requireReached(parts, userId, profileId);
  const call = { userId, priority: 'interactive' } as const;
  const way = await findWay(parts, call, profileId);
  if (typeof way === 'string') return { outcome: way, leftAtWise: null };
  const { batchGroups } = parts.wise;
  const { sourceCurrency } = way;
  const { id } = await batchGroups.createBatchGroup(call, profileId, { name: groupName, sourceCurrency });
  note({ profileId, wiseGroupId: id });
  const [tried] = await Promise.allSettled([setUp(parts, call, profileId, id, way)]);
  const leftAtWise = await cancel(parts, call, profileId, id);
  note({ profileId, wiseGroupId: id, leftAtWise });
  if (tried.status === 'rejected') throw tried.reason;
  return { outcome: tried.value, leftAtWise };
}

async function requireReached(
  parts: Pick<Runtime, 'store'>,
  userId: string,
  profileId: string,
): Promise<void> {
  const { state } = await readConnectionOrThrow(parts, userId);
  const [profile] = await parts.store.db
    .select({ id: profiles.id })
    .from(profiles)
    .where(and(eq(profiles.id, profileId), eq(profiles.userId, userId)));
  if (!profile) throw new AppError('not_found');
  if (state === 'disconnected')
    throw new AppError('conflict', { detail: 'It is disconnected: there is no token to try.' });
}

/** To somebody who is paid in a currency of the profile's own balances, where there is such a recipient. */
async function findWay(
  { wise }: Pick<Runtime, 'wise'>,
  call: CallOptions,
  profileId: string,
): Promise<Way | 'no-balance' | 'no-recipient'> {
  const balances = await wise.balances.listBalances(call, profileId);
  const held = balances.filter(({ type }) => type === 'STANDARD').map(({ currency }) => currency);
  const [firstHeld] = held;
  if (firstHeld === undefined) return 'no-balance';
  const { recipients } = await wise.recipients.listRecipients(call, profileId);
  const recipient = recipients.find(({ currency }) => held.includes(currency)) ?? recipients[0];
  if (!recipient) return 'no-recipient';
  const { currency: targetCurrency, id: recipientId } = recipient;
  return {
    sourceCurrency: held.includes(targetCurrency) ? targetCurrency : firstHeld,
    targetCurrency,
    recipientId,
  };
}

async function setUp(
  { store, wise }: Pick<Runtime, 'store' | 'wise'>,
  call: CallOptions,
  profileId: string,
  groupId: string,
  { sourceCurrency, targetCurrency, recipientId }: Way,
): Promise<'taken' | 'blocked' | 'refused'> {
  try {
    const quote = await wise.quotes.createQuote(call, profileId, {
      sourceCurrency,
      targetCurrency,
      fixed: { side: 'source', amount: triedAmount },
      targetAccount: recipientId,
    });
    if (typeof priceOf(quote) === 'string') return 'refused';
    await wise.batchGroups.addTransfer(call, profileId, groupId, {
      recipientId,
      quoteId: quote.id,
      // Of a group that ends here: nobody repeats it later.
      customerTransactionId: randomUUID(),
      reference: null,
    });
    await noteTransfersBlocked(store.db, profileId, null);
    return 'taken';
  } catch (error) {
    if (!(error instanceof WiseError) || error.kind !== 'refused') throw error;
    if (!needsApprovalAtWise(error)) return 'refused';
    await noteTransfersBlocked(store.db, profileId, new Date());
    return 'blocked';
  }
}

/**
 * A group of Wise's that is not completed cannot be funded: one that is left behind takes nothing from anybody.
 * @returns the group's id where it could not be cancelled
 */
async function cancel(
  { wise }: Pick<Runtime, 'wise'>,
  call: CallOptions,
  profileId: string,
  groupId: string,
): Promise<string | null> {
  try {
    const { version } = await wise.batchGroups.getBatchGroup(call, profileId, groupId);
    const to = { status: 'CANCELLED', version } as const;
    await wise.batchGroups.setBatchGroupStatus(call, profileId, groupId, to);
    return null;
  } catch {
    return groupId;
  }
}
