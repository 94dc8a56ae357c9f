import 'server-only';
import { cleanText } from './cell-text.ts';

const prefix = 'transfer.';
export const transferField = (key: string): string =>
  key === 'reference' ? 'paymentReference' : prefix + key;

/** What a row tells Wise of the transfer itself beside the reference, by Wise's own keys. */
export const transferDetailsOf = (cells: Readonly<Partial<Record<string, string>>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([field, text = '']): [string, string][] => {
      const value = field.startsWith(prefix) ? cleanText(text) : '';
      return value === '' ? [] : [[field.slice(prefix.length), value]];
    }),
  );
