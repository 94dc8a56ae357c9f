import 'server-only';
import { cleanText } from './cell-text.ts';
import type { CheckContext, Refresh } from './check-context.ts';
import { chooseKind, giveDetails } from './check-new-payee.ts';
import { readDetails } from './check-payee.ts';
import { filledForRefresh } from './requirements.ts';
import type { RowToCheck } from './row-result.ts';
import { readReceiver } from './row-words.ts';

/** What Wise has to be asked once more because of this row; undefined where its first form says it all. */
export function refreshOf(
  raw: RowToCheck['cells'],
  context: Pick<CheckContext, 'kindsOf'>,
): Refresh | undefined {
  const currency = cleanText(raw.targetCurrency ?? '').toUpperCase();
  const kinds = context.kindsOf(currency) ?? [];
  if (kinds.every(({ refreshKeys }) => refreshKeys.length === 0)) return undefined;
  const cells = new Map(
    Object.entries(raw)
      .map(([field, text = '']): [string, string] => [field, cleanText(text)])
      .filter(([, text]) => text !== ''),
  );
  if (cells.has('recipientId')) return undefined;
  const details = readDetails(cells, currency);
  const given = giveDetails({ cells, details }, readReceiver(cells.get('receiverType') ?? ''));
  const { kind } = chooseKind(kinds, cells, given, currency);
  const filled = kind && filledForRefresh(kind, given);
  return kind && filled ? { currency, type: kind.type, filled } : undefined;
}
