import type { PaymentInitiationRecord } from './records.ts';

export const paymentInitiationStatuses = [
  'NEW',
  'PROCESSING',
  'COMPLETED',
  'FAILED',
  'CHARGED_BACK',
] as const;
export type PaymentInitiationStatus = (typeof paymentInitiationStatuses)[number];

/** Wise: what a direct debit may become. */
const allowed: Record<string, readonly PaymentInitiationStatus[]> = {
  NEW: ['PROCESSING', 'FAILED'],
  PROCESSING: ['COMPLETED', 'FAILED'],
  COMPLETED: ['CHARGED_BACK'],
};

export const mayBecome = (from: string, to: PaymentInitiationStatus): boolean =>
  allowed[from]?.includes(to) ?? false;

export const isUnderWay = ({ status }: Pick<PaymentInitiationRecord, 'status'>): boolean =>
  status === 'NEW' || status === 'PROCESSING';

/** Emulator choice: one whose reference begins with FAIL fails, and takes the step before all the same. */
export function nextStatusOfInitiation({
  reference,
  status,
}: Pick<PaymentInitiationRecord, 'reference' | 'status'>): PaymentInitiationStatus | null {
  if (status === 'NEW') return 'PROCESSING';
  if (status !== 'PROCESSING') return null;
  return reference.toUpperCase().startsWith('FAIL') ? 'FAILED' : 'COMPLETED';
}

/** @param transferId of the debit itself. Wise: there is one once it has begun */
export function moveInitiation(
  row: PaymentInitiationRecord,
  to: { status: PaymentInitiationStatus; atMs: number; transferId: number | null },
  stepMs: number | null,
): PaymentInitiationRecord {
  const moved = { ...row, status: to.status, transferId: row.transferId ?? to.transferId };
  const goesOn = stepMs !== null && nextStatusOfInitiation(moved) !== null;
  return { ...moved, nextStepAtMs: goesOn ? to.atMs + stepMs : null };
}

/** Emulator choice: of the codes Wise shows one alone, 200. The others are those of a debit that its bank sends back. */

export const returnCodeOf = (status: PaymentInitiationStatus): string =>
  status === 'FAILED' ? 'R01' : status === 'CHARGED_BACK' ? 'R10' : '200';
