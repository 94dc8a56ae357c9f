import type { CardRecord } from '../entities.ts';
import { Random } from './random.ts';

export interface CardSecrets {
  pan: string;
  pin: string;
  cvv1: string;
  icvv: string;
  cvv2: string;
}

const panLength = 16;

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, sign, place) => {
    const digit = Number(sign) * (place % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

/**
 * A card's number, PIN and security codes: test data that follows from what Wise shows of the card anyway, so that none of
 * it is kept anywhere.
 */
export function cardSecretsOf(
  card: Pick<CardRecord, 'token' | 'bankIdentificationNumber' | 'lastFourDigits'>,
): CardSecrets {
  const random = new Random(`secrets ${card.token}`);
  const { bankIdentificationNumber: bin, lastFourDigits } = card;
  const middle = random.digits(panLength - 1 - bin.length - lastFourDigits.length);
  const pan = Array.from({ length: 10 }, (_, digit) => `${bin}${middle}${digit}${lastFourDigits}`).find(
    hasCheckDigit,
  );
  return {
    pan: pan ?? '',
    pin: random.digits(4),
    cvv1: random.digits(3),
    icvv: random.digits(3),
    cvv2: random.digits(3),
  };
}
