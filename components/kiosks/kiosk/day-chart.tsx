'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { UrlLink } from '@/components/ui/url-link';
import { hrefOf } from '@/lib/client/url/write-url';
import type { KioskFigures } from '@/lib/contracts/kiosk-board';
import { formatDuration } from '@/lib/format/durations';
import { formatDay } from '@/lib/format/times';

interface DayChartProps {
  days: KioskFigures['days'];
  kioskId: string;
}

/** Jobs a day, what failed hatched on top; every bar opens its jobs. */
export function DayChart({ days, kioskId }: DayChartProps) {
  const [isTable, setTable] = useState(false);
  const most = Math.max(1, ...days.map(({ failed, printed }) => failed + printed));
  const printed = days.reduce((sum, day) => sum + day.printed, 0);
  const failed = days.reduce((sum, day) => sum + day.failed, 0);
  const hrefOfDay = (day: string) => hrefOf(`/kiosks/${kioskId}`, { day });
  return (
    <Section
      title="Jobs a day, 30 days"
      end={
        <Button size="sm" variant="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {isTable ? 'As chart' : 'As table'}
        </Button>
      }
    >
      {isTable ? (
        <DayTable days={days} hrefOfDay={hrefOfDay} />
      ) : (
        <>
          <ul className="flex h-28 items-end gap-px" aria-label="Jobs a day">
            {days.map((day) => (
              <li key={day.day} className="h-full min-w-0 flex-1">
                <UrlLink
                  href={hrefOfDay(day.day)}
                  title={`${formatDay(day.day)}: ${day.printed} printed, ${day.failed} failed`}
                  className="flex h-full flex-col justify-end hover:bg-hover"
                >
                  <span
                    className="bg-[repeating-linear-gradient(135deg,var(--color-warn)_0_2px,transparent_2px_4px)]"
                    style={{ height: `${(day.failed / most) * 100}%` }}
                  />
                  <span className="bg-accent" style={{ height: `${(day.printed / most) * 100}%` }} />
                  <span className="sr-only">
                    {formatDay(day.day)}: {day.printed} printed, {day.failed} failed
                  </span>
                </UrlLink>
              </li>
            ))}
          </ul>
          <p className="mt-1.5 flex flex-wrap justify-between gap-3 text-meta text-ink-3 tabular">
            <span>{formatDay(days[0]?.day ?? '')}</span>
            <span>
              Printed {printed} · Failed {failed} · at most {most} a day
            </span>
            <span>{formatDay(days.at(-1)?.day ?? '')}</span>
          </p>
        </>
      )}
    </Section>
  );
}

function DayTable({ days, hrefOfDay }: { days: KioskFigures['days']; hrefOfDay: (day: string) => string }) {
  return (
    <table className="w-full tabular" aria-label="Jobs a day">
      <thead>
        <tr className="text-left text-ink-3">
          {['Day', 'Printed', 'Failed', 'Rate', 'Median'].map((head) => (
            <th key={head} scope="col" className="py-1 font-label">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ day, failed, medianMs, printed }) => (
          <tr key={day} className="border-t border-line-soft">
            <th scope="row" className="py-1 text-left font-normal">
              <UrlLink href={hrefOfDay(day)}>{formatDay(day)}</UrlLink>
            </th>
            <td>{printed}</td>
            <td>{failed}</td>
            <td>{printed + failed === 0 ? '–' : `${((printed / (printed + failed)) * 100).toFixed(0)}%`}</td>
            <td>{medianMs === null ? '–' : formatDuration(medianMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
