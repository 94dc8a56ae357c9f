import { batchGroupSize } from '../../contracts/wise/batch-groups.ts';
import type { Random } from '../core/random.ts';
import type { BatchGroupRecord, PaidBy } from './records.ts';

/** Wise: int64, without order. Emulator choice: any of them, so most are beyond 2^53 and every other is negative. */
export const drawVersion = (random: Random): string =>
  BigInt.asIntN(64, (BigInt(random.uint32()) << 32n) | BigInt(random.uint32())).toString();

type NewBatchGroup = Pick<
  BatchGroupRecord,
  'id' | 'name' | 'profileId' | 'shortId' | 'sourceCurrency' | 'userId'
> & { atMs: number };

/** Wise: the version of one that was just made is 0. */
export const newBatchGroup = ({ atMs, ...made }: NewBatchGroup): BatchGroupRecord => ({
  ...made,
  version: '0',
  status: 'NEW',
  transferIds: [],
  received: 0,
  paid: null,
  createdAtMs: atMs,
  modifiedAtMs: atMs,
  nextStepAtMs: null,
});

/** A change of what the version stands for. */
interface Change {
  version: string;
  atMs: number;
}

const changed = (group: BatchGroupRecord, { atMs, version }: Change): BatchGroupRecord => ({
  ...group,
  version,
  modifiedAtMs: atMs,
});

/** Why no transfer can be added; null where one can. */
export function whyClosed({ status, transferIds }: BatchGroupRecord): 'state' | 'size' | null {
  if (status !== 'NEW') return 'state';
  return transferIds.length >= batchGroupSize ? 'size' : null;
}

export const withTransfer = (group: BatchGroupRecord, id: number, change: Change): BatchGroupRecord => ({
  ...changed(group, change),
  transferIds: [...group.transferIds, id],
});

/** Emulator choice: one without transfers cannot be completed. */
export const mayComplete = ({ status, transferIds }: BatchGroupRecord): boolean =>
  status === 'NEW' && transferIds.length > 0;

export const complete = (group: BatchGroupRecord, change: Change): BatchGroupRecord => ({
  ...changed(group, change),
  status: 'COMPLETED',
});

/** Wise: until it is paid. */
export const mayCancel = ({ paid, status }: BatchGroupRecord): boolean =>
  paid === null && (status === 'NEW' || status === 'COMPLETED');

const nextStatuses: Record<string, string> = {
  MARKED_FOR_CANCELLATION: 'PROCESSING_CANCEL',
  PROCESSING_CANCEL: 'CANCELLED',
};

export const nextStatusOfGroup = ({ status }: BatchGroupRecord): string | null =>
  nextStatuses[status] ?? null;

/** @param stepMs how long it stays there; null: until somebody moves it */
export function moveGroup(
  group: BatchGroupRecord,
  status: string,
  change: Change,
  stepMs: number | null,
): BatchGroupRecord {
  const moved = { ...changed(group, change), status };
  const goesOn = stepMs !== null && nextStatusOfGroup(moved) !== null;
  return { ...moved, nextStepAtMs: goesOn ? change.atMs + stepMs : null };
}

export const isPayableGroup = ({ paid, status }: BatchGroupRecord): boolean =>
  paid === null && status === 'COMPLETED';

/** Emulator choice: the version stays, because neither the status nor the transfers of the group have changed. */
export const payGroup = (
  group: BatchGroupRecord,
  paid: { by: PaidBy; amount: number; atMs: number },
): BatchGroupRecord => ({ ...group, paid, modifiedAtMs: paid.atMs });
