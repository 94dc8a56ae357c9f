'use client';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Deed, Section } from '@/components/ui/page';
import { StatusMark } from '@/components/ui/status';
import { notToSendWords } from '@/lib/catalogues/printing';
import { useCardProduction } from '@/lib/client/kiosks/queries';
import { useCan } from '@/lib/client/session/session-provider';
import type { CardPath } from '@/lib/contracts/cards';
import { hrefOfJob, lookOfJob } from './job-words';

const SendDialog = dynamic(() => import('./send/send-dialog').then((module) => module.SendDialog), {
  ssr: false,
});

/** How far the card’s printing is; nothing for a card that is not collected at a kiosk. */
export function ProductionLine({ path, cardHolderName }: { path: CardPath; cardHolderName: string | null }) {
  const mayRead = useCan('card-orders.read');
  const maySeeJobs = useCan('kiosks.read');
  const maySend = useCan('production.send');
  const [isSending, setSending] = useState(false);
  const { data, error, refetch, isFetching } = useCardProduction(path, { isWanted: mayRead });
  if (!mayRead || (!data && !error)) return null;
  if (!data)
    return error ? (
      <Section title="Printing">
        <ErrorState
          error={error}
          title="It could not be read how far the printing is."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      </Section>
    ) : null;
  const { lastJob, offer, status } = data;
  if (status === null) return null;
  const words = offer.whyNot === null ? 'Ready to be printed at a kiosk.' : notToSendWords[offer.whyNot];
  return (
    <Section title="Printing">
      <Deed
        title={
          <span className="flex flex-wrap items-center gap-2">
            {lastJob ? (
              <>
                <StatusMark look={lookOfJob(lastJob)} value={status} />
                {maySeeJobs && (
                  <Link prefetch={false} href={hrefOfJob(lastJob.id)}>
                    Open the job
                  </Link>
                )}
              </>
            ) : (
              status
            )}
          </span>
        }
        action={
          maySend && (
            <Button
              notNow={offer.whyNot === null ? undefined : notToSendWords[offer.whyNot]}
              onClick={() => setSending(true)}
            >
              {offer.needsAccount ? 'Print again…' : 'Print at a kiosk…'}
            </Button>
          )
        }
      >
        {words}
      </Deed>
      {isSending && (
        <SendDialog
          card={{ ...path, cardHolderName, lastFourDigits: data.lastFourDigits }}
          branchId={data.branchId ?? undefined}
          onClose={() => setSending(false)}
        />
      )}
    </Section>
  );
}
