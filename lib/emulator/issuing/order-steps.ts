import type { CardOrderRecord, ProductionRecord } from '../entities.ts';

export const isPhysicalOrder = ({ cardProgram }: Pick<CardOrderRecord, 'cardProgram'>): boolean =>
  cardProgram.cardType === 'PHYSICAL';
export const isKioskOrder = ({ deliveryOption }: Pick<CardOrderRecord, 'deliveryOption'>): boolean =>
  deliveryOption === 'KIOSK_COLLECTION';

/** Emulator choice: everybody is verified in time, and a PIN may be set but is not waited for. */
const isMetByItself = ({ status, type }: { status: string; type: string }): boolean =>
  type === 'PIN' || status === 'PENDING' || status === 'COMPLETED';

export const withRequirementsMet = (order: CardOrderRecord): CardOrderRecord['requirements'] =>
  order.requirements.map((row) => (row.status === 'PENDING' ? { ...row, status: 'COMPLETED' } : row));

/**
 * What an order becomes next by itself; null: nothing, until somebody does something.
 * Emulator choice: a card that goes by post is produced without any kiosk. Wise: one that is printed at a kiosk when it is
 * printed there, and any is completed by its activation.
 */
export function nextStatusOfOrder(order: CardOrderRecord, production?: ProductionRecord): string | null {
  if (order.isBeingCancelled) return 'CANCELLED';
  if (order.status === 'PLACED')
    return order.requirements.every(isMetByItself) ? 'REQUIREMENTS_FULFILLED' : null;
  if (order.status === 'REQUIREMENTS_FULFILLED') return 'CARD_DETAILS_CREATED';
  if (order.status !== 'CARD_DETAILS_CREATED' || !isPhysicalOrder(order)) return null;
  return !isKioskOrder(order) || production?.status === 'PRODUCED' ? 'PRODUCED' : null;
}

/** Wise: until it is completed or came back. */
export const mayCancelOrder = ({ status }: CardOrderRecord): boolean =>
  ['PLACED', 'REQUIREMENTS_FULFILLED', 'CARD_DETAILS_CREATED', 'PRODUCED'].includes(status);
