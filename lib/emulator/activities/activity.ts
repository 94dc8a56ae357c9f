import { decimalsOf } from '../core/amounts.ts';
import type { MoneyRecord } from '../entities.ts';

/** One line of a profile's feed. The texts are as Wise prints them. */
export interface Activity {
  type: string;
  resource: { type: string; id: string };
  title: string;
  description: string;
  primaryAmount: string;
  secondaryAmount: string;
  status: string;
  createdAtMs: number;
  updatedAtMs: number;
}

/** Wise: `150 JPY`, `1.50 SGD`, `1,500.25 EUR`; whole amounts without decimals. */
export function amountText({ amount, currency }: MoneyRecord): string {
  const digits = Number.isInteger(amount) ? 0 : decimalsOf(currency);
  const [whole = '', fraction] = Math.abs(amount).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`} ${currency}`;
}

/** What comes in carries its sign and its emphasis. */
export const incomingText = (money: MoneyRecord): string => `<positive>+ ${amountText(money)}</positive>`;
