import { fromMinor, toMinor } from '../core/amounts.ts';
import type { Emulator } from '../emulator.ts';
import type { World } from '../world.ts';
import { type DebitRefusal, debitProfile } from './balances.ts';
import { drawVersion, isPayableGroup, moveGroup, nextStatusOfGroup, payGroup } from './batch-group-steps.ts';
import type { BatchGroupRecord, PaidBy, TransferRecord } from './records.ts';
import { catchUpTransfer, hastenTransfer, payForTransfer } from './transfers.ts';
import { isPayable } from './transfer-steps.ts';

const groupKey = (id: string) => `batch-group ${id}`;

export const payInReferenceOf = ({ shortId }: BatchGroupRecord): string => `B${shortId}`;

/** What a change brings: now and a new version. */
export const changeNow = ({ clock, random }: World) => ({
  version: drawVersion(random.ids),
  atMs: clock.now(),
});

export function keepGroup({ due, world }: Emulator, group: BatchGroupRecord): BatchGroupRecord {
  if (group.nextStepAtMs !== null) due.schedule(groupKey(group.id), group.nextStepAtMs);
  return world.batchGroups.put(group);
}

const transfersOf = ({ transfers }: World, group: BatchGroupRecord): TransferRecord[] =>
  group.transferIds.flatMap((id) => transfers.get(id) ?? []);

/** Emulator choice: a transfer that was cancelled by itself stays in the group and is not paid for. */
const payableOf = (world: World, group: BatchGroupRecord) => transfersOf(world, group).filter(isPayable);

const totalMinor = (rows: readonly TransferRecord[]) =>
  rows.reduce((sum, { source }) => sum + toMinor(source.amount, source.currency), 0);

/** What paying the group takes; what it took once it is paid. */
export const amountToPay = (world: World, group: BatchGroupRecord): number =>
  group.paid?.amount ?? fromMinor(totalMinor(payableOf(world, group)), group.sourceCurrency);

/** A batch group as it is now: every step that is due has been taken. */
export function catchUpGroup(emulator: Emulator, id: string): BatchGroupRecord | undefined {
  const { batchGroups, clock, random, settings } = emulator.world;
  let group = batchGroups.get(id);
  while (group && group.nextStepAtMs !== null && group.nextStepAtMs <= clock.now()) {
    const status = nextStatusOfGroup(group);
    if (status === null) return batchGroups.put({ ...group, nextStepAtMs: null });
    // Wise: it is while this goes on that its transfers are cancelled.
    if (status === 'PROCESSING_CANCEL')
      for (const row of payableOf(emulator.world, group)) hastenTransfer(emulator, row);
    const change = { version: drawVersion(random.ids), atMs: group.nextStepAtMs };
    group = keepGroup(emulator, moveGroup(group, status, change, settings.batchStepMs));
  }
  return group;
}

/** Wise: asked for, a cancellation is only marked at first. */
export const startCancellation = (emulator: Emulator, group: BatchGroupRecord): BatchGroupRecord =>
  keepGroup(
    emulator,
    moveGroup(
      group,
      'MARKED_FOR_CANCELLATION',
      changeNow(emulator.world),
      emulator.world.settings.batchStepMs,
    ),
  );

interface Money {
  by: PaidBy;
  balanceId: number | null;
  balanceTransactionId: number | null;
}

function settleGroup(emulator: Emulator, group: BatchGroupRecord, money: Money): BatchGroupRecord {
  const { world } = emulator;
  const atMs = world.clock.now();
  const rows = payableOf(world, group);
  const paid = { by: money.by, amount: fromMinor(totalMinor(rows), group.sourceCurrency), atMs };
  for (const row of rows) payForTransfer(emulator, row, { ...money, atMs });
  return keepGroup(emulator, payGroup(group, paid));
}

export type GroupPaymentRefusal = DebitRefusal | 'group.nothing-to-pay';

/** Wise: all transfers or none, from the balance of the group's currency. */
export function payGroupFromBalance(
  emulator: Emulator,
  group: BatchGroupRecord,
): BatchGroupRecord | GroupPaymentRefusal {
  const { world } = emulator;
  for (const id of group.transferIds) catchUpTransfer(emulator, id);
  const minor = totalMinor(payableOf(world, group));
  if (minor === 0) return 'group.nothing-to-pay';
  const taken = debitProfile(emulator, {
    profileId: group.profileId,
    currency: group.sourceCurrency,
    minor,
    reference: payInReferenceOf(group),
    mayConvert: world.settings.autoConvert,
  });
  if (typeof taken === 'string') return taken;
  return settleGroup(emulator, group, {
    by: 'BALANCE',
    balanceId: taken.balanceId,
    balanceTransactionId: taken.transactionId,
  });
}

/**
 * Money for the group that came from outside. Emulator choice: what is too little is kept, and more may come; what is too
 * much is not given back.
 */
export function receiveForGroup(
  emulator: Emulator,
  group: BatchGroupRecord,
  by: Exclude<PaidBy, 'BALANCE'>,
  amount: number,
): BatchGroupRecord {
  const { sourceCurrency } = group;
  const receivedMinor = toMinor(group.received, sourceCurrency) + toMinor(amount, sourceCurrency);
  const received = { ...group, received: fromMinor(receivedMinor, sourceCurrency) };
  const wantedMinor = totalMinor(payableOf(emulator.world, group));
  const isEnough = isPayableGroup(group) && wantedMinor > 0 && receivedMinor >= wantedMinor;
  if (!isEnough) return keepGroup(emulator, received);
  return settleGroup(emulator, received, { by, balanceId: null, balanceTransactionId: null });
}
