import type { ReactNode } from 'react';
import { hrefForBatchGroup } from '@/lib/client/batch-groups/rows-view';
import type { OverviewItem } from '@/lib/contracts/overview';
import { countOf } from '@/lib/format/counts';
import { formatDetailTime } from '@/lib/format/times';
import type { Words } from './words';

type WaitingGroup = Extract<OverviewItem, { kind: 'batch-group' }>;

/** A batch group that waits for this person: why, and what comes next. */
export function wordsOfGroup(item: WaitingGroup, at: ReactNode, timeZone: string): Words {
  const { batchGroupId, name, profileId, rows, until, why } = item;
  const href = hrefForBatchGroup({ profileId, batchGroupId });
  const ends = until === null ? '' : formatDetailTime(until, timeZone);
  switch (why) {
    case 'funding-unknown':
      return {
        mark: 'unknown',
        tone: 'warn',
        title: `Was “${name}” funded?`,
        text: <>Wise did not answer, {at}. Do not pay it again: the console asks Wise itself.</>,
        href,
        act: 'Look at the group',
      };
    case 'transfers-ending':
      return {
        mark: 'needs-a-hand',
        tone: 'warn',
        title: `Transfers of “${name}” end soon`,
        text: <>Wise cancels them on {ends} unless the group is funded before.</>,
        href,
        act: 'See and fund',
      };
    case 'ready-to-fund':
      return {
        mark: 'waits',
        tone: 'busy',
        title: `“${name}” is ready to fund`,
        text: (
          <>
            Closed, {at}. Nobody is paid before it is funded, by {ends} at the latest.
          </>
        ),
        href,
        act: 'See and fund',
      };
    case 'rows-to-mend':
      return {
        mark: 'needs-a-hand',
        tone: 'warn',
        title: `${countOf(rows, 'row')} of “${name}” to mend`,
        text: <>Held back or refused, {at}. They are not sent as they are.</>,
        href,
        query: { view: 'to-mend' },
        act: 'Mend them',
      };
  }
}
