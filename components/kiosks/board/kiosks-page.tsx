'use client';
import { Printer } from 'lucide-react';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { DetailBody, PageHeader } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import { kioskErrorOf } from '@/lib/catalogues/kiosk-errors';
import { hrefForJobs } from '@/lib/client/kiosks/jobs-state';
import { useKioskBoard } from '@/lib/client/kiosks/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { KioskBoard } from '@/lib/contracts/kiosk-board';
import { countOf } from '@/lib/format/counts';
import { formatHourMinute } from '@/lib/format/times';
import type { CardToSend } from '../send/send-dialog';
import { BranchCharts } from './branch-charts';
import { BranchTabs } from './branch-tabs';
import { KioskPanel } from './kiosk-panel';
import { Queue } from './queue';
import { UnassignedCard } from './unassigned-card';
import { useBoardKeys } from './use-board-keys';

const SendDialog = dynamic(() => import('../send/send-dialog').then((module) => module.SendDialog), {
  ssr: false,
});

export function KiosksPage() {
  if (useCan('kiosks.read')) return <Board />;
  return (
    <NotYours title="Kiosks">
      Cards are printed in branches. Their managers see kiosks and what they print.
    </NotYours>
  );
}

function Board() {
  const branchId = useSearchParams().get('branch')?.slice(0, 60) ?? '';
  const board = useKioskBoard(branchId);
  return (
    <>
      <PageHeader
        title="Kiosks"
        titleInTopBar
        aside={board.data && countOf(board.data.branches.length, 'branch', 'branches')}
        actions={
          <>
            <LiveMark asOf={board.data?.asOf} />
            <ButtonLink size="sm" href={hrefForJobs({ branch: board.data?.branch?.id ?? '' }) as Route}>
              All jobs
            </ButtonLink>
            <ButtonLink size="sm" href="/kiosks/errors">
              All faults
            </ButtonLink>
          </>
        }
      />
      {board.data ? (
        <Shown board={board.data} />
      ) : board.error ? (
        <ErrorState
          className="mx-(--gutter)"
          error={board.error}
          title="The kiosks could not be read."
          onRetry={() => void board.refetch()}
          busy={board.isFetching}
        />
      ) : (
        <div aria-busy aria-label="Reading the kiosks" className="grid animate-late gap-4 px-(--gutter) py-5">
          <Bar className="w-[40%]" />
          <Bar className="w-[72%]" />
          <Bar className="w-[64%]" />
        </div>
      )}
    </>
  );
}

function Shown({ board }: { board: KioskBoard }) {
  const maySend = useCan('production.send') && board.branch?.isActive === true;
  const [toSend, setToSend] = useState<{ card: CardToSend; kioskId?: string | undefined }>();
  useBoardKeys(board, (card, kioskId) => maySend && setToSend({ card, kioskId }));
  const { branch } = board;
  if (!branch)
    return (
      <EmptyState icon={<Printer />} title="No branch is in use.">
        An administrator adds branches and their kiosks in the settings, and takes them into use.
      </EmptyState>
    );
  const send = maySend ? (card: CardToSend, kioskId?: string) => setToSend({ card, kioskId }) : undefined;
  return (
    <>
      {board.branches.length > 0 && <BranchTabs branches={board.branches} current={branch.id} />}
      {!branch.isActive && <OutOfUse name={branch.name} />}
      <Incident incident={board.incident} />
      {board.kiosks.length === 0 ? (
        <EmptyState icon={<Printer />} title={`${branch.name} has no kiosk yet.`}>
          An administrator adds it in the settings under the id that was agreed with Wise.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,330px),1fr))] overflow-hidden border-b border-line">
          {board.kiosks.map((kiosk) => (
            <KioskPanel
              key={kiosk.id}
              kiosk={kiosk}
              placeOf={(id) => board.kiosks.find((one) => one.id === id)?.place ?? id}
              asOf={board.asOf}
              onSend={send}
            />
          ))}
        </div>
      )}
      <DetailBody side={<BranchCharts branchId={branch.id} />} sideLabel="Thirty days">
        <Queue board={board} onSend={send} />
        {maySend && <UnassignedCard branch={branch} onFound={(card) => setToSend({ card })} />}
      </DetailBody>
      {toSend && (
        <SendDialog
          card={toSend.card}
          branchId={branch.id}
          kioskId={toSend.kioskId}
          onClose={() => setToSend(undefined)}
        />
      )}
    </>
  );
}

function OutOfUse({ name }: { name: string }) {
  return (
    <div className="px-(--gutter) py-2">
      <Notice
        tone="warn"
        title={`${name} is out of use.`}
        action={
          <Link prefetch={false} href={{ pathname: '/settings/branches', query: { query: name } }}>
            Open the register
          </Link>
        }
      >
        No card is sent to its kiosks. What was being printed goes on, and its jobs stay here.
      </Notice>
    </div>
  );
}

function Incident({ incident }: Pick<KioskBoard, 'incident'>) {
  const timeZone = useTimeZone();
  if (!incident) return null;
  const { title } = kioskErrorOf(incident.status, incident.code);
  const since = formatHourMinute(incident.since, timeZone);
  return (
    <div className="px-(--gutter) py-2">
      <Notice
        tone="bad"
        title={`${title}, since ${since}. Every kiosk meets it.`}
        action={
          <Link
            prefetch={false}
            href={{ pathname: '/kiosks/errors', query: { code: `${incident.status}-${incident.code}` } }}
          >
            What to do
          </Link>
        }
      >
        Seen at {countOf(incident.kiosks, 'kiosk')}. Another kiosk does not help. Leave the printers alone and
        wait for Wise’s all-clear.
      </Notice>
    </div>
  );
}
