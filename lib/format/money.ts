/** Currencies whose smallest unit is not a hundredth. */
const decimals: Record<string, number> = {
  BHD: 3,
  CLP: 0,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
};

export const decimalsOf = (currency: string): number => decimals[currency] ?? 2;

/** Digits as the counter writes them, `1,240.50`; the currency stands beside them, never a sign alone. A minus is `−`. */
export function formatAmount(value: number | string, currency: string): string {
  const places = decimalsOf(currency);
  const [whole = '0', fraction = ''] = toFixedText(value, places).split('.');
  const negative = whole.startsWith('-');
  const grouped = whole.replace('-', '').replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '−' : ''}${grouped}${fraction === '' ? '' : `.${fraction}`}`;
}

/** `1,240.50 GBP` */
export function formatMoney(value: number | string, currency: string): string {
  return `${formatAmount(value, currency)} ${currency}`;
}

/** Text keeps its own digits: a decimal is padded, and more places than the currency has are shown, not rounded. */
function toFixedText(value: number | string, places: number): string {
  if (typeof value === 'number') return value.toFixed(places);
  const [whole = '0', fraction = ''] = value.split('.');
  const shown = fraction.replace(/0+$/, '').padEnd(places, '0');
  return shown === '' ? whole : `${whole}.${shown}`;
}
