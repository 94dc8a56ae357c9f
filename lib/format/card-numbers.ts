export const cardDots = '••••';

/** `•••• 4417` */
export const formatCardEnd = (lastFourDigits: string): string => `${cardDots} ${lastFourDigits}`;

/** For names, labels and screen readers: `card ending 4417`. */
export const speakCardEnd = (lastFourDigits: string): string => `card ending ${lastFourDigits}`;

/** `11/29` from Wise's date-time, in UTC: the month is printed on the card and has no zone. `–` where there is none. */
export function formatExpiry(iso: string | null): string {
  const found = iso === null ? null : /^(\d{4})-(\d{2})/.exec(iso);
  if (!found) return '–';
  return `${found[2] ?? ''}/${(found[1] ?? '').slice(2)}`;
}

/** `Visa`, `Mastercard`; a scheme nobody knows stands as Wise writes it. */
export function formatScheme(scheme: string): string {
  if (scheme === 'VISA') return 'Visa';
  return scheme === 'MASTERCARD' ? 'Mastercard' : scheme;
}

/** `physical`, `virtual`. Wise writes `VIRTUAL_NON_UPGRADEABLE` as well; any other value stands as it is. */
export function formatCardType(type: string): string {
  if (type === 'PHYSICAL') return 'physical';
  return type === 'VIRTUAL' || type === 'VIRTUAL_NON_UPGRADEABLE' ? 'virtual' : type;
}

/** `UK consumer` from `VISA_DEBIT_CONSUMER_UK_1`; a name of another shape stands as Wise writes it. */
export function formatProgramme(name: string): string {
  const found =
    /^(?:VISA|MASTERCARD)_(?:DEBIT|PREPAID|CREDIT)_(CONSUMER|BUSINESS)_([A-Z]{2,4})(?:_(VIRTUAL))?_(\d+)(?:_PHYSICAL)?(?:_CARDS_API)?$/.exec(
      name,
    );
  if (!found) return name;
  const [, kind = '', region = '', virtual, number = ''] = found;
  return `${region} ${kind.toLowerCase()}${number === '1' ? '' : ` ${number}`}${virtual ? ', virtual' : ''}`;
}

/** Whether the last digit of a card number is the one that follows from the others (ISO/IEC 7812, Luhn). */
export function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, sign, place) => {
    const digit = Number(sign) * (place % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

/** `4417 1234 5678 9113`: digits in fours; what is left over stands at the end. */
export const groupDigits = (digits: string): string => digits.match(/\d{1,4}/g)?.join(' ') ?? digits;
