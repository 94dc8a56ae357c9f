import type { Route } from 'next';
import { BarRows } from '@/components/charts/bar-rows';
import { ChartSection } from '@/components/charts/chart-section';
import { faultPlaces } from '@/lib/catalogues/kiosk-errors/kiosk-error';
import { hrefForJobs } from '@/lib/client/kiosks/jobs-state';
import type { KioskFigures } from '@/lib/contracts/kiosk-board';
import { placeWords } from '../fault-words';
import { type FiguresOf, periodOf } from './outcome-days';

interface FaultBarsProps extends FiguresOf {
  faults: KioskFigures['faults'];
}

/** Faults by where they lie. */
export function FaultBars({ faults, days, of }: FaultBarsProps) {
  return (
    <ChartSection title="Faults, 30 days" empty={faults.length === 0 ? 'None.' : undefined}>
      <BarRows
        label="Faults by where they lie"
        heads={['Where it lies', 'Share', 'Faults']}
        rows={faults.map(({ count, place }) => {
          const family = faultPlaces.find((one) => one === place) ?? 'unknown';
          return {
            key: place,
            name: placeWords[family],
            href: hrefForJobs({ ...of, state: 'failed', family, ...periodOf(days) }) as Route,
            value: count,
            text: String(count),
          };
        })}
      />
    </ChartSection>
  );
}
