import type { Route } from 'next';
import Link from 'next/link';
import { ChartSection } from '@/components/charts/chart-section';
import { DayColumns } from '@/components/charts/day-columns';
import { hrefForJobs, type JobsState } from '@/lib/client/kiosks/jobs-state';
import type { KioskFigures } from '@/lib/contracts/kiosk-board';
import { formatDuration } from '@/lib/format/durations';
import { formatDay } from '@/lib/format/times';

type Days = KioskFigures['days'];
export interface FiguresOf {
  days: Days;
  /** Whose jobs they are: of a branch, or of a kiosk. */
  of: Partial<Pick<JobsState, 'branch' | 'kiosk'>>;
}

const sumOf = (days: Days, part: 'printed' | 'failed') => days.reduce((sum, day) => sum + day[part], 0);
const rateOf = ({ failed, printed }: { printed: number; failed: number }) =>
  printed + failed === 0 ? '–' : `${((printed / (printed + failed)) * 100).toFixed(0)}%`;

/** The first and the last of the days, as the list of jobs is asked for them. */
export const periodOf = (days: Days) => ({ from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' });

/** Jobs a day, and the share of them that was printed; every bar opens its jobs. */
export function OutcomeDays({ days, of }: FiguresOf) {
  const sums = { printed: sumOf(days, 'printed'), failed: sumOf(days, 'failed') };
  const most = Math.max(1, ...days.map(({ failed, printed }) => failed + printed));
  const empty = sums.printed + sums.failed === 0 ? 'Nothing was printed in thirty days.' : undefined;
  const columns = (scaleOf: (ended: number) => number) =>
    days.map(({ day, failed, printed }) => ({
      day,
      words: `${printed} printed, ${failed} failed, ${rateOf({ printed, failed })}`,
      href: hrefForJobs({ ...of, state: 'ended', from: day, to: day }) as Route,
      shares: [printed, failed].map((count) => count / scaleOf(printed + failed)),
    }));
  const legend = (totals: readonly [string, string]) => [
    { name: 'Printed', total: totals[0], href: hrefOfState('printed') },
    { name: 'Failed', total: totals[1], href: hrefOfState('failed') },
  ];
  const hrefOfState = (state: 'printed' | 'failed') =>
    hrefForJobs({ ...of, state, ...periodOf(days) }) as Route;
  const table = <DayTable days={days} of={of} />;
  return (
    <>
      <ChartSection title="Jobs a day, 30 days" table={table} empty={empty}>
        <DayColumns
          label="Jobs a day"
          top={`${most} a day`}
          columns={columns(() => most)}
          legend={legend([String(sums.printed), String(sums.failed)])}
        />
      </ChartSection>
      {empty === undefined && (
        <ChartSection title="Share printed, by day" table={table}>
          <DayColumns
            label="Share printed, by day"
            top="100%"
            columns={columns((ended) => Math.max(1, ended))}
            legend={legend([rateOf(sums), rateOf({ printed: sums.failed, failed: sums.printed })])}
          />
        </ChartSection>
      )}
    </>
  );
}

function DayTable({ days, of }: FiguresOf) {
  const hrefOf = (day: string, state: JobsState['state']) =>
    hrefForJobs({ ...of, state, from: day, to: day }) as Route;
  return (
    <table className="w-full tabular" aria-label="Jobs by day">
      <thead>
        <tr className="text-left text-ink-3">
          {['Day, UTC', 'Printed', 'Failed', 'Rate', 'Median'].map((head) => (
            <th key={head} scope="col" className="py-1 font-label">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ day, failed, medianMs, printed }) => (
          <tr key={day} className="h-7 border-t border-line-soft">
            <th scope="row" className="text-left font-normal whitespace-nowrap">
              <Link href={hrefOf(day, 'ended')} prefetch={false}>
                {formatDay(day)}
              </Link>
            </th>
            <td>{printed}</td>
            <td>{failed}</td>
            <td>{rateOf({ printed, failed })}</td>
            <td className="whitespace-nowrap">{medianMs === null ? '–' : formatDuration(medianMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
