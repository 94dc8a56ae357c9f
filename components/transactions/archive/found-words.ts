import type { TransactionsList } from '@/lib/contracts/transactions';
import { countOf, formatCount } from '@/lib/format/counts';

/** `12 found`; beyond what is counted `more than 10,000 found`. */
export const foundWords = ({ isTotalCapped, total }: TransactionsList): string =>
  isTotalCapped ? `more than ${formatCount(total)} found` : countOf(total, 'found', 'found');
