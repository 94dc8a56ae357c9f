import 'server-only';
import type { LatestDecline } from '../../../contracts/card-transactions.ts';
import type { Reader } from '../../auth/operator.ts';
import type { Runtime } from '../../runtime.ts';
import type { LocatedCard } from '../locate-card.ts';
import { readTransactions } from './find.ts';
import { explainTransaction } from './read-transaction.ts';
import { visibleRange } from './range.ts';

const mostRead = 500;

/** The newest declined payment among a card's last 500, if there is one. */
export async function readLatestDecline(
  parts: Runtime,
  card: LocatedCard,
  reader: Reader,
): Promise<LatestDecline> {
  const now = new Date();
  let read = 0;
  for await (const found of readTransactions(parts, card, visibleRange(undefined, undefined, now))) {
    read += 1;
    if (found.state === 'DECLINED') {
      const detail = { ...found, debits: [], credits: [] };
      return {
        transaction: await explainTransaction(parts, card, reader, detail),
        asOf: now.toISOString(),
      };
    }
    if (read === mostRead) break;
  }
  return { transaction: null, asOf: now.toISOString() };
}
