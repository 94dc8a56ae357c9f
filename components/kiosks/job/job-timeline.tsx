'use client';
import { Section } from '@/components/ui/page';
import { Timeline } from '@/components/ui/timeline';
import { toDays } from '@/components/ui/timeline-days';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { PrintJobDetail } from '@/lib/contracts/kiosk-board';
import { stepsOf } from './job-steps';

/** Everything that is known of the card’s tries, oldest first. */
export function JobTimeline({ detail }: { detail: PrintJobDetail }) {
  const timeZone = useTimeZone();
  return (
    <Section title="What happened">
      <Timeline days={toDays(stepsOf(detail), timeZone)} />
    </Section>
  );
}
