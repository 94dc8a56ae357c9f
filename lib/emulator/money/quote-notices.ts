import { decimalsOf } from '../core/amounts.ts';
import type { QuoteTerms } from './payment-options.ts';

export interface QuoteNotice {
  type: 'WARNING' | 'INFO' | 'BLOCKED';
  text: string;
  link: string | null;
}

/** Emulator choice: a quote for exactly 1313.13 is blocked, so that this can be seen; 1313 where the currency has no decimals. */
function isMagic(amount: number, currency: string): boolean {
  return amount === (decimalsOf(currency) === 0 ? 1313 : 1313.13);
}

/** Wise: no transfer may be made of a quote with a notice of type BLOCKED. */
export const isBlocked = (quote: QuoteTerms): boolean =>
  quote.providedAmountType === 'SOURCE'
    ? isMagic(quote.sourceAmount, quote.sourceCurrency)
    : isMagic(quote.targetAmount, quote.targetCurrency);

/** Emulator choice: what is said and where; Wise documents the three types and one text. */
const warnings: Record<string, string> = {
  BRL: 'Transfers to Brazil include a tax (IOF) that depends on what the money is for.',
  KRW: 'The recipient’s name must be as it stands on the account.',
  MXN: 'Local banks may take up to one working day longer.',
};

export function noticesOf(quote: QuoteTerms): QuoteNotice[] {
  const notices: QuoteNotice[] = [];
  if (isBlocked(quote))
    notices.push({ type: 'BLOCKED', text: 'This amount can’t be sent right now.', link: null });
  const warning = warnings[quote.targetCurrency];
  if (warning) notices.push({ type: 'WARNING', text: warning, link: null });
  if (quote.providedAmountType === 'TARGET')
    notices.push({ type: 'INFO', text: 'The recipient gets exactly this amount.', link: null });
  return notices;
}
