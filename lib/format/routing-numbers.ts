/** The check digit of an American routing number; nine zeros would agree, and are none. */
export function agreesAba(digits: string): boolean {
  const weights = [3, 7, 1];
  const sum = Array.from(digits, Number).reduce(
    (total, digit, at) => total + digit * (weights[at % weights.length] ?? 0),
    0,
  );
  return digits !== '000000000' && sum % 10 === 0;
}

/** What is wrong with a routing number, in words that mend it; undefined for one that may be right. */
export function faultOfRoutingNumber(currency: string, typed: string): string | undefined {
  if (currency !== 'USD')
    return /^\d{8,9}$/.test(typed)
      ? undefined
      : 'It has 8 or 9 digits: the institution number and the transit number.';
  if (!/^\d{9}$/.test(typed)) return 'An American routing number has 9 digits.';
  return agreesAba(typed)
    ? undefined
    : 'The check digit does not agree: a digit is wrong or two are swapped.';
}

/** The same for the account number beside it. */
export const faultOfDebitedAccount = (typed: string): string | undefined =>
  /^\d{4,17}$/.test(typed) ? undefined : 'An account number has 4 to 17 digits.';

/** Spaces and dashes are how people read such numbers to each other. */
export const digitsTyped = (typed: string): string => typed.replace(/[\s-]/g, '');
