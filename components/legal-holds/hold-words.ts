import type { LegalHold } from '@/lib/contracts/legal-holds';

/** What must not be deleted: `Mia Lange, card ending 4417`, or the customer with every card. */
export function nameOfHeld({ cardToken, lastFourDigits, profileName }: LegalHold): string {
  if (cardToken === null) return profileName;
  return `${profileName}, ${lastFourDigits === null ? 'one card' : `card ending ${lastFourDigits}`}`;
}

export const reasonOf = ({ reason }: LegalHold): string => reason ?? 'The reason was erased.';
