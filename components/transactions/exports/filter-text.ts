import { type ArchiveFilterName, archiveFilterNames } from '@/lib/client/transactions/archive-state';
import type { TransactionExport } from '@/lib/contracts/transaction-exports';
import { formatTableTime } from '@/lib/format/times';
import { fieldWords, rangeWords, valueWords } from '../archive/filter-words';

interface Told {
  timeZone: string;
  /** What a decline reason is called. */
  titleOf: (code: string) => string;
}

/** What was exported, as the filters say it: `State Completed, Cancelled · Currency EUR`. */
export function filterText({ filter }: TransactionExport, { timeZone, titleOf }: Told): string {
  const { amountFrom = '', amountTo = '', changedSinceExport, from, isSearch, merchant, to } = filter;
  const time = (iso: string | undefined) => (iso ? formatTableTime(iso, timeZone) : '');
  const wordOf = (name: ArchiveFilterName, value: string | number): string => {
    if (name === 'declineReason') return titleOf(String(value));
    return valueWords(name, String(value).padStart(name === 'hour' ? 2 : 0, '0'));
  };
  const parts = [
    (from || to) && `Created ${rangeWords(time(from), time(to), 'from', 'before')}`,
    (amountFrom || amountTo) && `Billed ${rangeWords(amountFrom, amountTo, 'from', 'up to')}`,
    merchant && `Merchant ${merchant}`,
    ...archiveFilterNames.map((name) => {
      const values = filter[name] ?? [];
      return values.length > 0 && `${fieldWords[name]} ${values.map((one) => wordOf(name, one)).join(', ')}`;
    }),
    changedSinceExport && `Changed since export ${changedSinceExport.slice(0, 8)}`,
    isSearch && 'A search for words, which are not kept',
  ];
  return parts.filter(Boolean).join(' · ') || 'Everything';
}
