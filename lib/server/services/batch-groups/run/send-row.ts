import 'server-only';
import Big from 'big.js';
import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import { batchRows } from '../../../db/schema/batches.ts';
import { WiseError } from '../../../wise/errors.ts';
import type { WiseTransfer } from '../../../wise/resources/transfers.ts';
import type { Runtime } from '../../../runtime.ts';
import { openContent } from '../rows/content.ts';
import { askWise } from './ask-wise.ts';
import { noteTransfersBlocked } from './blocked-at-wise.ts';
import { priceOf } from './choose-option.ts';
import { findTransferOf } from './find-transfer.ts';
import { requireAcceptedName } from './name-check.ts';
import { ensureRecipient } from './recipient.ts';
import { transferDetailsOf } from '../file/transfer-details.ts';
import { type Row, RowEnded } from './row-outcome.ts';
import { rowDigest } from './row-digest.ts';
import { endRow, saveRow } from './save-row.ts';

/** The group a row belongs to, as far as sending needs it. It is at Wise. */
export interface SendingGroup {
  id: string;
  profileId: string;
  userId: string;
  wiseId: string;
  sourceCurrency: string;
  /** What people approved that it may take; null where no approval was needed. */
  ceiling: string | null;
  /** The last transfer of the profile was refused because of approvals on wise.com. */
  isBlocked: boolean;
}

/** On a quote that ends sooner no transfer is asked for. */
const quoteLastsMs = 120_000;

/**
 * Takes one row through recipient, quote and transfer. May stop anywhere and be called again: what Wise already did is
 * found by what was stored before it was asked.
 * @returns why nothing more may be sent for now; undefined where the next row may follow
 */
export async function sendRow(parts: Runtime, group: SendingGroup, row: Row): Promise<string | undefined> {
  try {
    const transfer = await carryOut(parts, group, row);
    if (transfer && group.isBlocked) await noteTransfersBlocked(parts.store.db, group.profileId, null);
    if (transfer)
      await saveRow(parts, row, {
        state: 'in-group',
        step: null,
        code: null,
        transferId: transfer.id,
        transferStatus: transfer.status,
        transferReadAt: new Date(),
        leasedUntil: null,
        notBefore: null,
      });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof RowEnded)) throw thrown;
    await endRow(parts, row, thrown.end);
    return thrown.end.kind === 'stop' ? thrown.end.code : undefined;
  }
}

async function carryOut(parts: Runtime, group: SendingGroup, row: Row): Promise<WiseTransfer | undefined> {
  const { wise } = parts;
  const options = { userId: group.userId, priority: 'background' } as const;
  const content = openContent(parts.vault, row);
  if (group.ceiling !== null && row.approvedDigest !== rowDigest(row, content))
    throw new RowEnded({ kind: 'held-back', step: 'recipient', code: 'batch_row_not_approved' });
  const recipientId = row.recipientId ?? (await ensureRecipient(parts, group, row, content));
  const reference = content.cells.paymentReference?.trim() || null;
  const send = (quoteId: string) =>
    wise.batchGroups.addTransfer(options, group.profileId, group.wiseId, {
      recipientId,
      quoteId,
      customerTransactionId: row.customerTransactionId,
      reference,
      details: transferDetailsOf(content.cells),
    });

  if (row.transferAskedAt && row.quoteId) {
    const known = await repeat(parts, group, row, send);
    if (known) return known;
  }
  if (!row.amount || !row.targetCurrency) throw new Error('A row without an amount was sent');
  const fixed = { side: row.fixedSide === 'source' ? 'source' : 'target', amount: row.amount } as const;
  const { targetCurrency } = row;
  const quote = await askWise('quote', row.tries, () =>
    wise.quotes.createQuote(options, group.profileId, {
      sourceCurrency: group.sourceCurrency,
      targetCurrency,
      fixed,
      targetAccount: recipientId,
    }),
  );
  const price = priceOf(quote);
  if (price === 'blocked')
    throw new RowEnded({ kind: 'refused', step: 'quote', code: 'batch_payment_blocked' });
  if (!price) throw new RowEnded({ kind: 'refused', step: 'quote', code: 'batch_not_from_balance' });
  await requireAcceptedName(parts, group, row, { content, recipientId, quoteId: quote.id });
  const isOurs = await saveRow(parts, row, {
    ...price,
    recipientId,
    step: 'transfer',
    quoteId: quote.id,
    quoteExpiresAt: new Date(quote.expirationTime),
    transferAskedAt: new Date(),
  });
  if (!isOurs) return undefined;
  await requireWithinCeiling(parts, group, row);
  return askWise('transfer', row.tries, () => send(quote.id));
}

/**
 * What the group takes with this row must stay within what was approved. Rows that are asked for at the same time count each
 * other, so that none gets past it.
 */
async function requireWithinCeiling(parts: Runtime, group: SendingGroup, row: Row): Promise<void> {
  if (group.ceiling === null) return;
  const [taken] = await parts.store.db
    .select({ sum: sql<string>`coalesce(sum(${batchRows.sourceAmount}::numeric), 0)::text` })
    .from(batchRows)
    .where(
      and(
        eq(batchRows.groupId, group.id),
        or(eq(batchRows.state, 'in-group'), isNotNull(batchRows.transferAskedAt)),
      ),
    );
  if (new Big(taken?.sum ?? '0').lte(group.ceiling)) return;
  await saveRow(parts, row, { transferAskedAt: null, quoteId: null, sourceAmount: null });
  throw new RowEnded({ kind: 'stop', code: 'batch_above_ceiling' });
}

/**
 * The same words as the time before: Wise knows the transfer by its customerTransactionId. Only once Wise refuses them, and
 * the group holds no such transfer, may others be used.
 */
async function repeat(
  parts: Runtime,
  group: SendingGroup,
  row: Row,
  send: (quoteId: string) => Promise<WiseTransfer>,
): Promise<WiseTransfer | undefined> {
  const { quoteId, quoteExpiresAt } = row;
  if (!quoteId) return undefined;
  const isFresh = quoteExpiresAt !== null && quoteExpiresAt.getTime() - Date.now() > quoteLastsMs;
  if (!isFresh) return findTransferOf(parts, group, row);
  return askWise('transfer', row.tries, async () => {
    try {
      return await send(quoteId);
    } catch (error) {
      if (error instanceof WiseError && error.kind === 'refused') return findTransferOf(parts, group, row);
      throw error;
    }
  });
}
