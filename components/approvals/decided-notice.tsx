import { CloseMessage } from '@/components/ui/close-message';
import { Notice } from '@/components/ui/notice';
import { UrlLink } from '@/components/ui/url-link';
import { hrefForApprovals } from '@/lib/client/approvals/approvals-state';
import type { Approval } from '@/lib/contracts/approvals';
import { kindWords } from './approval-words';

export interface Decided {
  approval: Approval;
}

export function DecidedNotice({ decided, onClose }: { decided: Decided; onClose: () => void }) {
  const { id, kind, subject, state } = decided.approval;
  return (
    <div className="px-(--gutter) py-3">
      <Notice
        tone="good"
        title={`${state === 'approved' ? 'Approved and done' : 'Refused, nothing was changed'}.`}
        close={<CloseMessage onClose={onClose} />}
      >
        <p>
          {kindWords[kind]}: {subject}.{' '}
          <UrlLink href={hrefForApprovals({ view: 'decided', id })}>See it</UrlLink>
        </p>
      </Notice>
    </div>
  );
}
