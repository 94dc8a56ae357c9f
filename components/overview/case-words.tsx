import type { ReactNode } from 'react';
import type { OverviewItem } from '@/lib/contracts/overview';
import { countOf } from '@/lib/format/counts';
import type { Words } from './words';

/** How the decline desk stands, and what of it is this person's. */
export function wordsOfCases(item: Extract<OverviewItem, { kind: 'cases' }>, at: ReactNode): Words {
  const { dueSoon, late, untakenLate, yours, yoursLate } = item;
  const soon = dueSoon > 0 && `${dueSoon} due within a day`;
  const theirs = [
    yours > 0 && `${yours} yours${yoursLate > 0 ? `, ${yoursLate} of them late` : ''}`,
    untakenLate > 0 && `${untakenLate} late with nobody`,
  ].filter(Boolean);
  const isOwnFirst = yoursLate > 0 || late === 0;
  return {
    mark: late > 0 ? 'needs-a-hand' : 'waits',
    tone: late > 0 ? 'bad' : 'warn',
    title:
      late > 0
        ? [countOf(late, 'case late', 'cases late'), soon].filter(Boolean).join(', ')
        : dueSoon > 0
          ? `${countOf(dueSoon, 'case')} due within a day`
          : `${countOf(yours, 'case')} with you`,
    text: (
      <>
        First due {at}.{theirs.length > 0 && ` ${theirs.join('; ')}.`}
      </>
    ),
    href: '/declines/cases',
    ...(isOwnFirst ? yours > 0 && { query: { show: 'mine' } } : { query: { overdue: 'yes' } }),
    act: isOwnFirst ? (yours > 0 ? 'See yours' : 'See the cases') : 'See the late ones',
  };
}
