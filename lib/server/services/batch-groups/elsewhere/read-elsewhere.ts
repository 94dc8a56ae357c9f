import 'server-only';
import { and, eq, max } from 'drizzle-orm';
import pLimit from 'p-limit';
import { batchRows } from '../../../db/schema/batches.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import type { Runtime } from '../../../runtime.ts';
import { WiseError } from '../../../wise/errors.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import { listKnownRecipients, refreshRecipients } from '../../recipients/recipient-index.ts';
import { readTransferAgain } from '../funding/follow-transfers.ts';
import { waitingForMoney } from '../funding/total.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { sealContent } from '../rows/content.ts';
import { readAtWise } from '../run/group-at-wise.ts';
import type { Group } from '../run/row-outcome.ts';
import { findGroupsToRead } from './find-groups-to-read.ts';
import { findPaidFromHere } from './paid-from-here.ts';
import { type RowOfTransfer, transferToRow } from './transfer-to-row.ts';

/** Transfers are kept in pieces, so that a reading that was cut off goes on where it was. */
const perPiece = 20;
const atOnce = 4;

/**
 * Reads the transfers of groups that another program made, one by one, as rows that nobody can change; and looks now and then
 * whether such a group changed, was paid for, or was given more of them. Of a closed group of the console's own it looks
 * whether somebody paid for it on wise.com: webhooks tell sooner, but may be lost.
 */
export async function readElsewhere(parts: Runtime): Promise<void> {
  for (const group of await findGroupsToRead(parts.store.db)) {
    // A Wise that does not answer is asked again with the next run.
    await readOne(parts, group).catch((error: unknown) =>
      parts.log.warn(
        { groupId: group.id, kind: error instanceof WiseError ? error.kind : 'other' },
        'a group could not be read',
      ),
    );
  }
}

async function readOne(parts: Runtime, group: Group): Promise<void> {
  const { strangers, wiseGroup } = await readAtWise(parts, group, 'background');
  if (wiseGroup.status === 'CANCELLED') return;
  if (group.origin === 'wise' && strangers.length > 0) await keepTransfers(parts, group, strangers);
  else await lookWhetherPaid(parts, group.id);
}

async function keepTransfers(parts: Runtime, group: Group, transferIds: readonly string[]): Promise<void> {
  const userId = await findProfileUserOrThrow(parts.store.db, group.profileId);
  const options = { userId, priority: 'background' } as const;
  await refreshRecipients(parts, options, group.profileId);
  const names = new Map(
    (await listKnownRecipients(parts, group.profileId)).map(({ id, name }) => [id, name]),
  );
  const paid = await findPaidFromHere(parts.store.db, group.profileId);
  const limit = pLimit(atOnce);
  for (let at = 0; at < transferIds.length; at += perPiece) {
    const read = await Promise.all(
      transferIds
        .slice(at, at + perPiece)
        .map((transferId) => limit(() => readTransfer(parts, options, group.profileId, transferId, names))),
    );
    await keep(parts, group, read, paid);
  }
}

async function readTransfer(
  { wise }: Runtime,
  options: CallOptions,
  profileId: string,
  transferId: string,
  names: Map<string, string>,
): Promise<RowOfTransfer> {
  const transfer = await wise.transfers.getTransfer(options, transferId);
  const { quoteUuid, targetAccount } = transfer;
  const [quote, name] = await Promise.all([
    quoteUuid === null ? undefined : unlessGone(wise.quotes.getQuote(options, profileId, quoteUuid)),
    targetAccount === null
      ? undefined
      : (names.get(targetAccount) ??
        unlessGone(wise.recipients.getRecipient(options, targetAccount)).then(
          (told) => told?.name?.fullName ?? told?.accountHolderName ?? undefined,
        )),
  ]);
  if (targetAccount !== null && name !== undefined) names.set(targetAccount, name);
  return transferToRow(transfer, quote, name);
}

/** Wise shows quotes and recipients for a while only; the transfer is read without them then. */
async function unlessGone<T>(told: Promise<T>): Promise<T | undefined> {
  try {
    return await told;
  } catch (error) {
    const isGone = error instanceof WiseError && (error.kind === 'not-found' || error.kind === 'refused');
    if (isGone) return undefined;
    throw error;
  }
}

async function keep(
  { store, vault }: Runtime,
  group: Group,
  read: readonly RowOfTransfer[],
  paid: ReadonlySet<string>,
): Promise<void> {
  await store.db.transaction(async (tx) => {
    const [last] = await tx
      .select({ rowNumber: max(batchRows.rowNumber) })
      .from(batchRows)
      .where(eq(batchRows.groupId, group.id));
    const from = (last?.rowNumber ?? 0) + 1;
    await tx
      .insert(batchRows)
      .values(
        read.map(({ content, facts }, index) => {
          const place = { groupId: group.id, rowNumber: from + index };
          return {
            ...place,
            ...facts,
            isNewPayee: facts.recipientId === null || !paid.has(facts.recipientId),
            contentSealed: sealContent(vault, place, content),
            state: 'in-group',
            transferReadAt: new Date(),
          };
        }),
      )
      .onConflictDoNothing({ target: batchRows.transferId });
    await publishEvent(tx, { type: 'batch.changed', batchGroupId: group.id });
  });
}

/** As long as its first transfer waits for money, so do the others. Once it does not, all of them are followed. */
async function lookWhetherPaid(parts: Runtime, groupId: string): Promise<void> {
  const [first] = await parts.store.db
    .select({ transferId: batchRows.transferId })
    .from(batchRows)
    .where(and(eq(batchRows.groupId, groupId), eq(batchRows.transferStatus, waitingForMoney)))
    .orderBy(batchRows.rowNumber)
    .limit(1);
  if (first?.transferId) await readTransferAgain(parts, first.transferId, { priority: 'background' });
}
