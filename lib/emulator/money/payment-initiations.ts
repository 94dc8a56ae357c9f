import type { Emulator } from '../emulator.ts';
import { paymentInitiationPayload } from '../webhooks/money-payloads.ts';
import type { World } from '../world.ts';
import { amountToPay, receiveForGroup } from './batch-groups.ts';
import {
  isUnderWay,
  moveInitiation,
  nextStatusOfInitiation,
  type PaymentInitiationStatus,
  returnCodeOf,
} from './payment-initiation-steps.ts';
import type { PaymentInitiationRecord } from './records.ts';
import { catchUpTransfer, chargeBackTransfer } from './transfers.ts';

const initiationKey = (id: number) => `payment-initiation ${id}`;

export function keepInitiation(
  { due, world }: Emulator,
  row: PaymentInitiationRecord,
): PaymentInitiationRecord {
  if (row.nextStepAtMs !== null) due.schedule(initiationKey(row.id), row.nextStepAtMs);
  return world.paymentInitiations.put(row);
}

/** Whether a direct debit for the group is on its way. */
export const hasInitiationUnderWay = (world: World, batchGroupId: string): boolean =>
  world.paymentInitiations.slice(batchGroupId).some(isUnderWay);

/** Once the debit is through, the group is paid for; charged back, so are its transfers. */
export function setInitiationStatus(
  emulator: Emulator,
  row: PaymentInitiationRecord,
  status: PaymentInitiationStatus,
  atMs: number,
): PaymentInitiationRecord {
  const { webhooks, world } = emulator;
  const transferId = status === 'PROCESSING' ? world.nextNumber('transfer') : null;
  const moved = moveInitiation(row, { status, atMs, transferId }, world.settings.batchStepMs);
  const kept = keepInitiation(emulator, moved);
  webhooks.emit(
    'batch-payment-initiations#state-change',
    paymentInitiationPayload(kept, row.status, { returnCode: returnCodeOf(status), atMs }),
    row.profileId,
  );
  const group = world.batchGroups.get(row.batchGroupId);
  if (group && status === 'COMPLETED')
    receiveForGroup(emulator, group, 'DIRECT_DEBIT', amountToPay(world, group));
  if (group && status === 'CHARGED_BACK')
    for (const id of group.transferIds) {
      const transfer = catchUpTransfer(emulator, id);
      if (transfer?.payment) chargeBackTransfer(emulator, transfer);
    }
  return kept;
}

/** A direct debit as it is now: every step that is due has been taken. */
export function catchUpInitiation(
  emulator: Emulator,
  id: number | string,
): PaymentInitiationRecord | undefined {
  const { clock, paymentInitiations } = emulator.world;
  let row = paymentInitiations.get(id);
  while (row && row.nextStepAtMs !== null && row.nextStepAtMs <= clock.now()) {
    const status = nextStatusOfInitiation(row);
    row =
      status === null
        ? paymentInitiations.put({ ...row, nextStepAtMs: null })
        : setInitiationStatus(emulator, row, status, row.nextStepAtMs);
  }
  return row;
}
