import type { CardStatusBody } from '../../contracts/wise/cards.ts';

type SettableStatus = CardStatusBody['status'];

/**
 * Emulator choice: Wise documents which statuses can be asked for and that BLOCKED is final, but neither a table of
 * transitions nor the answer to one that is not allowed. What is not named here is refused with 422.
 */
const allowedFrom: Record<string, readonly SettableStatus[]> = {
  INACTIVE: ['ACTIVE', 'BLOCKED'],
  ACTIVE: ['ACTIVE', 'FROZEN', 'BLOCKED'],
  FROZEN: ['ACTIVE', 'FROZEN', 'BLOCKED'],
  BLOCKED: ['BLOCKED'],
};

export const mayChangeStatus = (from: string, to: SettableStatus): boolean =>
  allowedFrom[from]?.includes(to) ?? false;
