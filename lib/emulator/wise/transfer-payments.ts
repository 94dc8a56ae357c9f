import { z } from 'zod';
import { toMinor } from '../core/amounts.ts';
import { printMilliseconds } from '../core/clock.ts';
import type { Emulator } from '../emulator.ts';
import type { ProfileRecord } from '../entities.ts';
import { debitProfile, standardBalanceOf } from '../money/balances.ts';
import type { TransferRecord } from '../money/records.ts';
import { catchUpTransfer, payForTransfer } from '../money/transfers.ts';
import { isPayable } from '../money/transfer-steps.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody, parseIdParam } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { accessRefusal, Refusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';
import { transferNotFound, transferOfCallerOrThrow } from './transfers.ts';

const paymentBody = z.object({
  type: z.string(),
  balanceId: z.number().int().optional(),
  partnerReference: z.string().optional(),
});

const personalTokenCountries: readonly string[] = ['US', 'CA', 'AU', 'NZ', 'SG', 'MY'];

/** Wise: a personal token pays only for accounts of a few countries. Emulator choice: how that is refused. */
export function checkMayPayOrThrow(caller: UserCaller, profile: ProfileRecord): void {
  if (caller.isPersonal && !personalTokenCountries.includes(profile.address.countryIso2Code))
    throw accessRefusal('A personal token cannot pay from this account');
}

export const isQuarter = (c: EmulatorContext): boolean => c.req.param('quarter') !== undefined;

const sentence = (code: string) => {
  const words = code.replace(/[.-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * Emulator choice: what is no lack of money is refused with a status of its own; Wise shows a single code with 422 in its
 * guide, and declares plain text for 2026Q3.
 */
function refuse(c: EmulatorContext, type: string, status: 404 | 409 | 422, errorCode: string): Refusal {
  if (isQuarter(c)) return new Refusal(status, errorCode);
  return new Refusal(status, { type, status: 'REJECTED', errorCode, errorMessage: null });
}

export function registerTransferPayments(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  const transferToPayOrThrow = (c: EmulatorContext, profile: ProfileRecord, type: string): TransferRecord => {
    const id = parseIdParam(c, 'transferId');
    const row = catchUpTransfer(emulator, id);
    if (row?.profileId !== profile.id)
      throw isQuarter(c) ? refuse(c, type, 404, 'transfer.not-found') : transferNotFound(id);
    if (row.payment) throw refuse(c, type, 409, 'payment.exists');
    // Emulator choice: one in a batch group is paid with its group.
    if (!isPayable(row) || row.batchGroupId !== null) throw refuse(c, type, 422, 'transfer.invalid-state');
    return row;
  };

  /** Wise: a lack of money is told in the answer, under another name in each flavour. */
  const reject = (c: EmulatorContext, type: string, code: string) => {
    if (isQuarter(c))
      return c.json({ type, status: 'REJECTED', errorCode: code, errorMessage: sentence(code) }, 201);
    const errorCode = code === 'balance.insufficient-funds' ? 'transfer.insufficient_funds' : code;
    return c.json({ type, status: 'REJECTED', errorCode });
  };

  router.forUser('POST /v3/profiles/{profileId}/transfers/{transferId}/payments', async (c, caller) => {
    const profile = profileOfCallerOrThrow(world, c, caller);
    checkMayPayOrThrow(caller, profile);
    const { balanceId, type } = await parseBody(c, paymentBody);
    const row = transferToPayOrThrow(c, profile, type);
    // Emulator choice: nobody here has an agreement about paying later.
    if (type !== 'BALANCE') throw refuse(c, type, 422, 'payment.option-unavailable');
    const { amount, currency } = row.source;
    if (balanceId !== undefined && balanceId !== standardBalanceOf(world, profile.id, currency)?.id)
      return reject(c, type, 'balance.account-not-found');
    const taken = debitProfile(emulator, {
      profileId: profile.id,
      currency,
      minor: toMinor(amount, currency),
      reference: String(row.id),
      mayConvert: false,
    });
    if (typeof taken === 'string') return reject(c, type, taken);
    const paid = { balanceId: taken.balanceId, balanceTransactionId: taken.transactionId };
    payForTransfer(emulator, row, { by: 'BALANCE', ...paid, atMs: world.clock.now() });
    catchUpTransfer(emulator, row.id);
    if (isQuarter(c))
      return c.json({ type, status: 'COMPLETED', balanceTransactionId: taken.transactionId }, 201);
    return c.json({ type, status: 'COMPLETED', errorCode: null });
  });

  router.forUser('GET /v1/transfers/{transferId}/payments', (c, caller) => {
    const { payment, source } = transferOfCallerOrThrow(emulator, c, caller);
    if (!payment) return c.json([]);
    const at = printMilliseconds(payment.atMs);
    return c.json([
      {
        id: payment.id,
        method: payment.by,
        pricingVariant: null,
        amount: source.amount,
        currency: source.currency,
        timeCreated: at,
        timeUpdated: at,
      },
    ]);
  });
}
