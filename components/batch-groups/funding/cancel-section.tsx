'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Deed, Section } from '@/components/ui/page';
import { StatusMark } from '@/components/ui/status';
import { lookOfBatchGroupStatus } from '@/lib/catalogues/batch-statuses';
import { offerToCancel } from '@/lib/client/batch-groups/funding-offer';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { countOf } from '@/lib/format/counts';
import { formatDetailTime } from '@/lib/format/times';

const loadDialog = () => import('./cancel-dialog').then((module) => module.CancelDialog);
const CancelDialog = dynamic(loadDialog, { ssr: false });

/** The way out of a group that nobody has begun to fund. */
export function CancelSection({ group, path }: { group: BatchGroupDetail; path: BatchGroupPath }) {
  const mayWrite = useCan('batch-groups.write');
  const timeZone = useTimeZone();
  const [isOpen, setOpen] = useState(false);
  const { rows, status, wiseReadAt } = group;
  const dialog = isOpen && <CancelDialog group={group} path={path} onClose={() => setOpen(false)} />;
  if (status === 'CANCELLING' || status === 'CANCELLED')
    return (
      <Section title="Cancelled" end={<StatusMark look={lookOfBatchGroupStatus(status)} />}>
        <p className="text-ink-2">
          {status === 'CANCELLING'
            ? `Wise is cancelling ${countOf(rows.inGroup, 'transfer')}. The console asks Wise until it is done. You can leave this page.`
            : `Wise has cancelled ${countOf(rows.inGroup, 'transfer')}. No money moved.`}
        </p>
        {wiseReadAt !== null && (
          <p className="text-meta text-ink-3">
            Read from Wise <time dateTime={wiseReadAt}>{formatDetailTime(wiseReadAt, timeZone)}</time>
          </p>
        )}
        {dialog}
      </Section>
    );
  const offer = offerToCancel(group);
  if (!mayWrite || !offer) return null;
  return (
    <Section title="Cancel">
      <Deed
        title="Cancel the group"
        action={
          <Button
            size="sm"
            variant="danger"
            notNow={offer.notNow}
            onClick={() => setOpen(true)}
            onPointerEnter={() => void loadDialog()}
            onFocus={() => void loadDialog()}
          >
            Cancel…
          </Button>
        }
      >
        {offer.notNow ?? 'Possible until somebody begins to fund it. Final.'}
      </Deed>
      {dialog}
    </Section>
  );
}
