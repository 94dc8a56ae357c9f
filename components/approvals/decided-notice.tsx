import { CloseMessage } from '@/components/ui/close-message';
import { Notice } from '@/components/ui/notice';
import { UrlLink } from '@/components/ui/url-link';
import { approvalKinds } from '@/lib/catalogues/approval-kinds';
import { hrefForApprovals } from '@/lib/client/approvals/approvals-state';
import type { Approval } from '@/lib/contracts/approvals';

export interface Decided {
  approval: Approval;
}

const titleOf = ({ state, usedAt }: Approval): string => {
  if (state === 'pending') return 'Recorded. One more person has to agree.';
  if (state === 'refused') return 'Refused, nothing was changed.';
  return usedAt === null ? 'Approved.' : 'Approved and done.';
};

export function DecidedNotice({ decided, onClose }: { decided: Decided; onClose: () => void }) {
  const { id, kind, subject, state } = decided.approval;
  return (
    <div className="px-(--gutter) py-3">
      <Notice tone="good" title={titleOf(decided.approval)} close={<CloseMessage onClose={onClose} />}>
        <p>
          {approvalKinds[kind].title}: {subject}.{' '}
          <UrlLink href={hrefForApprovals({ view: state === 'pending' ? 'pending' : 'decided', id })}>
            See it
          </UrlLink>
        </p>
      </Notice>
    </div>
  );
}
