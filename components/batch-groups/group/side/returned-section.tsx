'use client';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { useBatchRows } from '@/lib/client/batch-groups/queries';
import { linesOfLeftOut, offerSendAgain, returnedOf } from '@/lib/client/batch-groups/returned';
import { hrefForBatchGroup } from '@/lib/client/batch-groups/rows-view';
import { useCan } from '@/lib/client/session/session-provider';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { countOf } from '@/lib/format/counts';

const loadDialog = () => import('../acts/send-again-dialog').then((module) => module.SendAgainDialog);
const SendAgainDialog = dynamic(loadDialog, { ssr: false });

/** Payments that came back, the groups that send them again, and the way to make one. */
export function ReturnedSection({ group, path }: { group: BatchGroupDetail; path: BatchGroupPath }) {
  const mayWrite = useCan('batch-groups.write');
  const rows = useBatchRows(path).data?.items ?? [];
  const [isOpen, setOpen] = useState(false);
  const returned = returnedOf(rows);
  const offer = offerSendAgain(group.status, returned);
  const { continuedIn, continues } = group;
  if (!offer && !continues && continuedIn.length === 0) return null;
  const linkTo = ({ id, name }: { id: string; name: string }) => (
    <Link
      href={hrefForBatchGroup({ profileId: path.profileId, batchGroupId: id }) as Route}
      prefetch={false}
      className="wrap-anywhere"
    >
      {name}
    </Link>
  );
  return (
    <Section title="Returned rows">
      <div className="grid gap-2">
        {continues && <p>Sends returned rows of {linkTo(continues)} again.</p>}
        {continuedIn.map((other) => (
          <p key={other.id}>
            {countOf(other.rows, 'row')} sent again in {linkTo(other)}
          </p>
        ))}
        {offer && returned.back.length > 0 && (
          <p>The money of {countOf(returned.back.length, 'row')} is back.</p>
        )}
        {offer && returned.leftOut.length > 0 && (
          <ul className="text-ink-2">
            {linesOfLeftOut(returned.leftOut).map((line) => (
              <li key={line}>{line}.</li>
            ))}
          </ul>
        )}
        {offer && mayWrite && (
          <div>
            <Button
              size="sm"
              notNow={offer.notNow}
              onClick={() => setOpen(true)}
              onPointerEnter={() => void loadDialog()}
              onFocus={() => void loadDialog()}
            >
              Send returned rows again…
            </Button>
          </div>
        )}
        {offer?.notNow !== undefined && <p className="text-meta text-ink-3">{offer.notNow}</p>}
      </div>
      {isOpen && (
        <SendAgainDialog group={group} path={path} returned={returned} onClose={() => setOpen(false)} />
      )}
    </Section>
  );
}
