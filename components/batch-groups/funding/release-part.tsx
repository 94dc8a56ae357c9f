'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { UrlLink } from '@/components/ui/url-link';
import { hrefForApprovals } from '@/lib/client/approvals/approvals-state';
import { isRequestSeen, offerRelease } from '@/lib/client/batch-groups/release-offer';
import { useSession } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchFunding } from '@/lib/contracts/batch-funding';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { formatDetailTime } from '@/lib/format/times';

const loadDialog = () => import('./release-dialog').then((module) => module.ReleaseDialog);
const ReleaseDialog = dynamic(loadDialog, { ssr: false });

interface ReleasePartProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  funding: BatchFunding;
}

/** The way out of a funding by which no money moved: two people say so. */
export function ReleasePart({ group, path, funding }: ReleasePartProps) {
  const timeZone = useTimeZone();
  const { consolePermissions, person, role } = useSession();
  const [isOpen, setOpen] = useState(false);
  const release = funding.funding?.release;
  if (!release) return null;
  const reader = {
    asOf: funding.asOf,
    role,
    mayRelease: consolePermissions.includes('batch-groups.release'),
    mayDecide: consolePermissions.includes('approvals.decide'),
    name: person.name,
    moment: (at: string) => formatDetailTime(at, timeZone),
  };
  const { action, words } = offerRelease(release, reader);
  if (!action && words === undefined) return null;
  return (
    <div className="grid gap-1.5">
      {action && (
        <div>
          <Button
            notNow={action.notNow}
            onClick={() => setOpen(true)}
            onPointerEnter={() => void loadDialog()}
            onFocus={() => void loadDialog()}
          >
            {release.by === 'operators' ? 'No wire was sent…' : 'Release the funding…'}
          </Button>
        </div>
      )}
      {words !== undefined && (
        <p className="text-meta text-ink-3">
          {words}{' '}
          {release.asked && isRequestSeen(release, reader) && (
            <UrlLink href={hrefForApprovals({ view: 'pending', id: release.asked.approvalId })}>
              See the request
            </UrlLink>
          )}
        </p>
      )}
      {isOpen && (
        <ReleaseDialog
          group={group}
          path={path}
          way={funding.funding?.way ?? 'BALANCE'}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
