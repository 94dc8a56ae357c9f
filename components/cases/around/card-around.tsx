'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Section } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import { Timeline } from '@/components/ui/timeline';
import { toDays } from '@/components/ui/timeline-days';
import { useCaseCardTimeline } from '@/lib/client/cases/surroundings';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CaseDetail } from '@/lib/contracts/cases';
import { zoneLabel } from '@/lib/format/times';
import { entriesOf } from './moment-entries';

/** The card's timeline, with the moment of the payment in it. */
export function CardAround({ shown }: { shown: CaseDetail }) {
  const timeZone = useTimeZone();
  const { data, error, isFetching, refetch } = useCaseCardTimeline(shown);
  return (
    <Section title="The card around it" end={zoneLabel(timeZone)}>
      {error && (
        <ErrorState
          className="mb-2"
          error={error}
          title={
            data ? 'The card’s timeline could not be read again.' : 'The card’s timeline could not be read.'
          }
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {data ? (
        <>
          <Timeline days={toDays(entriesOf(data, shown), timeZone)} on="surface" />
          {data.isCut && (
            <p className="mt-2 text-meta text-ink-3">More happened than stands here: see the card’s page.</p>
          )}
        </>
      ) : (
        !error && (
          <div aria-busy="true" className="grid animate-late gap-3">
            <Bar className="w-[62%]" />
            <Bar className="w-[48%]" />
            <Bar className="w-[55%]" />
          </div>
        )
      )}
    </Section>
  );
}
