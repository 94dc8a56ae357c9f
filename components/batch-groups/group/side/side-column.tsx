import { isClosed } from '@/lib/client/batch-groups/funding-offer';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { CancelSection } from '../../funding/cancel-section';
import { FundingSection } from '../../funding/funding-section';
import { PeopleSection } from './people-section';
import { ReturnedSection } from './returned-section';
import { SumsSection } from './sums-section';

interface SideColumnProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
}

/** What the group comes to, how it is paid, and whose it is. Each part is a section of its own; what is next stands first. */
export function SideColumn({ group, path }: SideColumnProps) {
  const isCancelled = group.status === 'CANCELLING' || group.status === 'CANCELLED';
  const cancel = <CancelSection group={group} path={path} />;
  return (
    <aside
      aria-label="Sums, funding and people"
      tabIndex={0}
      className="min-h-0 min-w-0 overflow-y-auto border-l border-line bg-sunken px-(--gutter) -outline-offset-2 max-wide:border-t max-wide:border-l-0"
    >
      {isCancelled && cancel}
      {!isClosed(group) && <SumsSection group={group} />}
      <FundingSection group={group} path={path} />
      <ReturnedSection group={group} path={path} />
      <PeopleSection group={group} />
      {!isCancelled && cancel}
    </aside>
  );
}
