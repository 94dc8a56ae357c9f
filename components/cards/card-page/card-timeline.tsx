'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { Timeline } from '@/components/ui/timeline';
import { useCardHistory } from '@/lib/client/cards/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Card, CardPath } from '@/lib/contracts/cards';
import { zoneLabel } from '@/lib/format/times';
import { PendingLines } from './page-states';
import { toTimelineDays } from './timeline-entries';
import { useCardEvents } from './use-card-events';

/** Who did what to this card, here and elsewhere, back to its making. */
export function CardTimeline({ path, card }: { path: CardPath; card: Card }) {
  const timeZone = useTimeZone();
  const history = useCardHistory(path);
  const events = useCardEvents(path);
  const isWhole = history.isSuccess && !history.hasNextPage;
  const days = toTimelineDays(events, isWhole ? card.creationTime : undefined, timeZone);
  return (
    <div data-timeline tabIndex={-1} className="-mx-1 px-1 -outline-offset-2">
      <Section title="Timeline" end={zoneLabel(timeZone)}>
        {history.error && (
          <ErrorState
            className="mb-2"
            error={history.error}
            title={
              history.data ? 'The timeline could not be read further.' : 'The timeline could not be read.'
            }
            onRetry={() => void history.refetch()}
            busy={history.isFetching}
          />
        )}
        {history.isPending && <PendingLines />}
        <Timeline days={days} />
        {history.hasNextPage && (
          <Button
            className="mt-2"
            size="sm"
            variant="quiet"
            busy={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {history.isFetchingNextPage ? 'Reading older' : 'Older'}
          </Button>
        )}
        <p className="mt-2 text-meta text-ink-3">
          Status changes made elsewhere show here too. Wise does not tell of spending permissions switched
          elsewhere.
        </p>
      </Section>
    </div>
  );
}
