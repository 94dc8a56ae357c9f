import type { Route } from 'next';
import Link from 'next/link';
import { hrefForBatchGroup } from '@/lib/client/batch-groups/rows-view';
import type { BatchGroupPath } from '@/lib/contracts/batch-groups';
import type { BatchRow } from '@/lib/contracts/batch-rows';

/** A returned row and the one that sends it again lead to each other's groups. */
export function RowLinks({ row, path }: { row: BatchRow; path: BatchGroupPath }) {
  const { sendsAgain, sentAgainIn } = row;
  const hrefTo = (batchGroupId: string) =>
    hrefForBatchGroup({ profileId: path.profileId, batchGroupId }) as Route;
  return (
    <>
      {sendsAgain && (
        <p>
          Sends row {sendsAgain.rowNumber} of{' '}
          <Link href={hrefTo(sendsAgain.batchGroupId)} prefetch={false}>
            another group
          </Link>{' '}
          again: its money came back.
        </p>
      )}
      {sentAgainIn !== null && (
        <p>
          <Link href={hrefTo(sentAgainIn)} prefetch={false}>
            The group that sends it again
          </Link>
        </p>
      )}
    </>
  );
}
