import { decimalsOf } from '../core/amounts.ts';
import { currencies } from '../money/currencies.ts';
import type { WiseRouter } from './router.ts';

/** Wise: names follow Accept-Language. Emulator choice: they are in English whatever it says. */
const reply = currencies.map(({ code, countries, name, symbol }) => ({
  code,
  symbol,
  name,
  countryKeywords: [code, ...countries.flat()],
  supportsDecimals: decimalsOf(code) > 0,
}));

export function registerCurrencies(router: WiseRouter): void {
  router.forUser('GET /v1/currencies', (c) => c.json(reply));
}
