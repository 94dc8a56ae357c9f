import type { z } from 'zod';
import { transferBody } from '../../contracts/wise/transfers.ts';
import { printSeconds } from '../core/clock.ts';
import { Random } from '../core/random.ts';
import type { Emulator } from '../emulator.ts';
import { needsAcceptance } from '../money/confirmations.ts';
import { acceptQuoteOrThrow } from '../money/quotes.ts';
import type { TransferRecord } from '../money/records.ts';
import { cancelTransfer, catchUpTransfer, findRepeated, keepTransfer } from '../money/transfers.ts';
import { newTransfer } from '../money/transfer-steps.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody, parseIdParam } from './parse.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';
import { listTransfers } from './transfer-list.ts';

/** Wise: `2017-11-24 10:47:49`, in UTC without saying so. */
export const printCreated = (atMs: number): string => printSeconds(atMs).slice(0, 19).replace('T', ' ');

/** Emulator choice: the source value is all that is paid, fee included, before it is paid as well. */
export function printTransfer(world: World, row: TransferRecord) {
  const isBusiness = world.profiles.get(row.profileId)?.type === 'BUSINESS';
  return {
    id: row.id,
    user: row.userId,
    targetAccount: row.targetAccount,
    sourceAccount: row.sourceAccount,
    quote: null,
    quoteUuid: row.quoteId,
    status: row.status,
    reference: row.reference ?? '',
    rate: row.rate,
    created: printCreated(row.createdAtMs),
    business: isBusiness ? row.profileId : null,
    transferRequest: null,
    details: { reference: row.reference ?? '' },
    hasActiveIssues: row.hasActiveIssues,
    sourceCurrency: row.source.currency,
    sourceValue: row.source.amount,
    targetCurrency: row.target.currency,
    targetValue: row.target.amount,
    customerTransactionId: row.customerTransactionId,
    payinSessionId: new Random(`pay-in ${row.id}`).uuid(),
  };
}

/** Emulator choice: the body of the 404, which Wise declares without one; another user's is not found either. */
export const transferNotFound = (id: string) =>
  validationRefusal(404, {
    code: 'transfer.not.found',
    message: 'Transfer not found',
    path: 'transferId',
    arguments: [id],
  });

/** The transfer of the path as it is now. @throws {Refusal} 404 for an unknown one and another user's */
export function transferOfCallerOrThrow(
  emulator: Emulator,
  c: EmulatorContext,
  caller: UserCaller,
): TransferRecord {
  const id = parseIdParam(c, 'transferId');
  const row = catchUpTransfer(emulator, id);
  const owner = row && emulator.world.profiles.get(row.profileId);
  if (!row || owner?.userId !== caller.user.id || owner.currentState === 'DEACTIVATED')
    throw transferNotFound(id);
  return row;
}

interface Wanted {
  body: z.output<typeof transferBody>;
  caller: UserCaller;
  profileId: number;
  group?: { id: string; sourceCurrency: string };
}

/** @throws {Refusal} 422 where the quote or the recipient do not allow it */
export function makeTransferOrThrow(
  emulator: Emulator,
  { body, caller, group, profileId }: Wanted,
): TransferRecord {
  const { world } = emulator;
  const recipient = world.recipients.get(body.targetAccount);
  // Emulator choice: how it is refused.
  if (recipient && needsAcceptance(recipient, body.quoteUuid))
    throw validationRefusal(422, {
      code: 'INVALID_RECIPIENT',
      message: 'The outcomes of the recipient’s confirmation must be accepted first',
      path: 'targetAccount',
      arguments: ['targetAccount', String(body.targetAccount)],
    });
  const details: Record<string, string> = {};
  for (const [key, text] of Object.entries(body.details ?? {})) if (text !== undefined) details[key] = text;
  const quote = acceptQuoteOrThrow(world, {
    quoteId: body.quoteUuid,
    profileId,
    targetAccount: body.targetAccount,
    details,
    ...(group && { sourceCurrency: group.sourceCurrency }),
  });
  const atMs = world.clock.now();
  const row = newTransfer({
    id: world.nextNumber('transfer'),
    userId: caller.user.id,
    quote,
    sourceAccount: body.sourceAccount ?? null,
    customerTransactionId: body.customerTransactionId.toLowerCase(),
    batchGroupId: group?.id ?? null,
    recipientName: recipient?.accountHolderName ?? '',
    details,
    atMs,
  });
  return keepTransfer(emulator, null, row, atMs);
}

/** The transfer this is a repeat of, as it is now. */
export function findRepeatOf(
  emulator: Emulator,
  caller: UserCaller,
  customerTransactionId: string,
): TransferRecord | undefined {
  const first = findRepeated(emulator.world, caller.user.id, customerTransactionId.toLowerCase());
  return first && catchUpTransfer(emulator, first.id);
}

export function registerTransfers(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  router.forUser('POST /v1/transfers', async (c, caller) => {
    const body = await parseBody(c, transferBody);
    const repeated = findRepeatOf(emulator, caller, body.customerTransactionId);
    if (repeated) return c.json(printTransfer(world, repeated));
    // Wise: the profile is the quote's.
    const owner = world.profiles.get(world.quotes.get(body.quoteUuid.toLowerCase())?.profileId ?? '');
    const profileId = owner?.userId === caller.user.id ? owner.id : 0;
    return c.json(printTransfer(world, makeTransferOrThrow(emulator, { body, caller, profileId })));
  });

  router.forUser('GET /v1/transfers', (c, caller) =>
    c.json(listTransfers(emulator, c, caller).map((row) => printTransfer(world, row))),
  );

  router.forUser('GET /v1/transfers/{transferId}', (c, caller) =>
    c.json(printTransfer(world, transferOfCallerOrThrow(emulator, c, caller))),
  );

  router.forUser('PUT /v1/transfers/{transferId}/cancel', (c, caller) => {
    const cancelled = cancelTransfer(emulator, transferOfCallerOrThrow(emulator, c, caller));
    if (!cancelled)
      throw validationRefusal(409, {
        code: 'transfer.cancellation.not.allowed',
        message: 'Transfer cannot be cancelled',
      });
    return c.json(printTransfer(world, cancelled));
  });
}
