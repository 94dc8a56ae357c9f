/** The arithmetic banks put into account numbers, so that a slip is noticed. */

const digitsOf = (text: string): number[] => [...text].map(Number);

const weighted = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digitsOf(text)[index] ?? 0), 0);

/** Of digits too many for a number. */
function remainder97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

const inDigits = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

const ibanLengths: Record<string, number> = {
  AD: 24,
  AE: 23,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GL: 18,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TR: 26,
};

export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(text)) return false;
  if (text.length !== ibanLengths[text.slice(0, 2)]) return false;
  return remainder97(inDigits(text.slice(4) + text.slice(0, 4))) === 1;
}

export function makeIban(country: string, account: string): string {
  const check = 98 - remainder97(inDigits(`${account}${country}00`));
  return `${country}${String(check).padStart(2, '0')}${account}`;
}

const routingWeights = [3, 7, 1, 3, 7, 1, 3, 7, 1];
export const isRoutingNumber = (text: string): boolean =>
  /^\d{9}$/.test(text) && text !== '000000000' && weighted(text, routingWeights) % 10 === 0;

/** Eleven digits, the last of them by modulus 11. */
const norwegianWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
export const isNorwegianAccount = (text: string): boolean =>
  /^\d{11}$/.test(text) && weighted(text, norwegianWeights) % 11 === 0;

const clabeWeights = [3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7];
export function isClabe(text: string): boolean {
  if (!/^\d{18}$/.test(text)) return false;
  const sum = clabeWeights.reduce((total, weight, index) => total + ((weight * Number(text[index])) % 10), 0);
  return (10 - (sum % 10)) % 10 === Number(text[17]);
}

function hasBrazilianCheck(text: string, weights: readonly number[]): boolean {
  const rest = weighted(text, weights) % 11;
  return (rest < 2 ? 0 : 11 - rest) === Number(text[weights.length]);
}

const cpfWeights = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
/** Of a person in Brazil. */
export const isCpf = (text: string): boolean =>
  /^(?!(\d)\1{10})\d{11}$/.test(text) &&
  hasBrazilianCheck(text, cpfWeights.slice(1)) &&
  hasBrazilianCheck(text, cpfWeights);

const cnpjWeights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
/** Of a business in Brazil. */
export const isCnpj = (text: string): boolean =>
  /^(?!(\d)\1{13})\d{14}$/.test(text) &&
  hasBrazilianCheck(text, cnpjWeights.slice(1)) &&
  hasBrazilianCheck(text, cnpjWeights);
