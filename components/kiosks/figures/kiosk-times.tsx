import type { Route } from 'next';
import { BarRows } from '@/components/charts/bar-rows';
import { ChartSection } from '@/components/charts/chart-section';
import { hrefForJobs } from '@/lib/client/kiosks/jobs-state';
import type { BranchFigures } from '@/lib/contracts/kiosk-board';
import { formatDuration } from '@/lib/format/durations';
import { periodOf } from './outcome-days';

/** How long each kiosk takes for a card, beside the others of its branch. */
export function KioskTimes({ branch, days, kiosks }: BranchFigures) {
  const timed = kiosks.flatMap((kiosk) =>
    kiosk.medianMs === null ? [] : [{ ...kiosk, medianMs: kiosk.medianMs }],
  );
  return (
    <ChartSection
      title="Time for a card, 30 days"
      empty={timed.length === 0 ? 'Nothing was printed in thirty days.' : undefined}
    >
      <BarRows
        label="Time for a card, by kiosk"
        heads={['Kiosk', 'Compared', 'Median and spread']}
        rows={timed.map(({ fastMs, id, medianMs, place, slowMs }) => ({
          key: id,
          name: place,
          href: hrefForJobs({ branch: branch.id, kiosk: id, state: 'printed', ...periodOf(days) }) as Route,
          value: medianMs,
          text: formatDuration(medianMs),
          spread: fastMs === null || slowMs === null ? undefined : { from: fastMs, to: slowMs },
        }))}
      />
      <p className="mt-1.5 text-meta text-ink-3">Bar: median. Line: eight of ten cards lie within it.</p>
    </ChartSection>
  );
}
