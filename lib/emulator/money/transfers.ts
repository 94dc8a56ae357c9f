import { Random } from '../core/random.ts';
import { roundAmount, toMinor } from '../core/amounts.ts';
import type { Emulator } from '../emulator.ts';
import {
  activeCasesPayload,
  type PayoutFailure,
  payoutFailurePayload,
  refundPayload,
  transferStateChangePayload,
} from '../webhooks/money-payloads.ts';
import type { World } from '../world.ts';
import { changeBalance } from './balances.ts';
import { payoutFailures } from './payout-failures.ts';
import { markQuoteFunded } from './quotes.ts';
import type { TransferPaymentRecord, TransferRecord } from './records.ts';
import { isCancellable, moveTransfer, nextStatusOf, payTransfer } from './transfer-steps.ts';

/** Emulator choice: what the case of a transfer that is stuck is called; Wise shows another one. */
const stuckCases = ['recipient_verification_needed'];

export const transferKey = (id: number | string) => `transfer ${id}`;

/** Keeps a transfer that was made or has changed, and tells the subscribers what came of it. */
export function keepTransfer(
  emulator: Emulator,
  before: TransferRecord | null,
  after: TransferRecord,
  atMs: number,
): TransferRecord {
  const { due, webhooks, world } = emulator;
  world.transfers.put(after);
  if (after.nextStepAtMs !== null && after.nextStepAtMs !== before?.nextStepAtMs)
    due.schedule(transferKey(after.id), after.nextStepAtMs);
  if (after.status === before?.status) return after;
  webhooks.emit(
    'transfers#state-change',
    transferStateChangePayload(after, before?.status ?? null, atMs),
    after.profileId,
  );
  if (after.hasActiveIssues !== (before?.hasActiveIssues ?? false))
    webhooks.emit(
      'transfers#active-cases',
      activeCasesPayload(after, after.hasActiveIssues ? stuckCases : []),
      after.profileId,
    );
  if (after.status === 'outgoing_payment_sent' && after.course === 'failPayout')
    failPayout(emulator, after, { code: 'MANDATE_NOT_FILLED_IN', atMs });
  if (after.status === 'funds_refunded') refund(emulator, after, atMs);
  return after;
}

/** Wise: a payout may fail without a change of the transfer's status. */
export function failPayout(
  { webhooks }: Emulator,
  row: TransferRecord,
  { atMs, code }: { code: keyof typeof payoutFailures; atMs: number },
): PayoutFailure {
  const failure = { code, description: payoutFailures[code], atMs };
  webhooks.emit('transfers#payout-failure', payoutFailurePayload(row, failure), row.profileId);
  return failure;
}

/**
 * Gives the money back to the balance it came from. Emulator choice: what came from a bank goes back there, which is not
 * seen here. Wise: of a simulated refund of a SWIFT payout the event tells 5 to 15 % less than the balance gets.
 */
function refund(emulator: Emulator, row: TransferRecord, atMs: number): void {
  const { webhooks, world } = emulator;
  const balance = row.payment?.balanceId ? world.balances.get(row.payment.balanceId) : undefined;
  if (balance)
    changeBalance(emulator, balance, {
      minor: toMinor(row.source.amount, row.source.currency),
      channel: 'TRANSFER',
      reference: String(row.id),
    });
  const isSwift = row.isSimulated && world.recipients.get(row.targetAccount)?.type === 'swift_code';
  const share = isSwift ? 1 - new Random(`refund ${row.id}`).between(5, 15) / 100 : 1;
  const amount = roundAmount(row.source.amount * share, row.source.currency);
  webhooks.emit(
    'transfers#refund',
    refundPayload(row, { amount, currency: row.source.currency }, atMs),
    row.profileId,
  );
}

/** Moves a transfer to a status at an instant; where it goes on from there by itself it will. */
export function setTransferStatus(
  emulator: Emulator,
  row: TransferRecord,
  status: string,
  atMs: number,
): TransferRecord {
  const { transferStepMs } = emulator.world.settings;
  return keepTransfer(emulator, row, moveTransfer(row, status, atMs, transferStepMs), atMs);
}

/** A transfer as it is now: every step that is due has been taken. */
export function catchUpTransfer(emulator: Emulator, id: number | string): TransferRecord | undefined {
  const { clock, transfers } = emulator.world;
  let row = transfers.get(id);
  while (row && row.nextStepAtMs !== null && row.nextStepAtMs <= clock.now()) {
    const status = nextStatusOf(row);
    row =
      status === null
        ? transfers.put({ ...row, nextStepAtMs: null })
        : setTransferStatus(emulator, row, status, row.nextStepAtMs);
  }
  return row;
}

export function payForTransfer(
  emulator: Emulator,
  row: TransferRecord,
  payment: Omit<TransferPaymentRecord, 'id'>,
): TransferRecord {
  const { world } = emulator;
  markQuoteFunded(world, row.quoteId);
  const id = world.nextNumber('transferPayment');
  return keepTransfer(emulator, row, payTransfer(row, { id, ...payment }), payment.atMs);
}

/** @returns null for one that cannot be cancelled any more */
export function cancelTransfer(emulator: Emulator, row: TransferRecord): TransferRecord | null {
  if (!isCancellable(row)) return null;
  return setTransferStatus(emulator, row, 'cancelled', emulator.world.clock.now());
}

/** Lets what it was about to do happen at once. */
export function hastenTransfer(emulator: Emulator, row: TransferRecord): void {
  if (nextStatusOf(row) === null) return;
  const atMs = emulator.world.clock.now();
  keepTransfer(emulator, row, { ...row, nextStepAtMs: atMs }, atMs);
}

export function chargeBackTransfer(emulator: Emulator, row: TransferRecord): void {
  hastenTransfer(emulator, { ...row, course: 'chargeBack' });
}

/** Wise: the same customerTransactionId is the same transfer. Emulator choice: of the same user, whatever else differs. */
export const findRepeated = (
  world: World,
  userId: number,
  customerTransactionId: string,
): TransferRecord | undefined => world.transfers.findBy(`${userId} ${customerTransactionId}`);
