'use client';
import { Layers2 } from 'lucide-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { DetailBody, Section } from '@/components/ui/page';
import { Notice } from '@/components/ui/notice';
import { plasticRules } from '@/lib/catalogues/plastic';
import { findRows, type PlasticState } from '@/lib/client/plastic/plastic-state';
import type { PlasticDay } from '@/lib/contracts/plastic';
import { countOf, formatCount } from '@/lib/format/counts';
import { formatHourMinute, formatTableTime, zoneLabel } from '@/lib/format/times';
import { Balance } from './balance';
import { Signatures } from './signatures';
import { signed } from './words';

export function DaySheet({ day, state }: { day: PlasticDay; state: PlasticState }) {
  const { branch, faults, toDestroy } = day;
  return (
    <DetailBody
      sideLabel="Kiosks and names"
      side={
        <>
          <Signatures day={day} />
          <Kiosks day={day} />
        </>
      }
    >
      <Section title="Does the day balance" end={`Day in ${zoneLabel(branch.timeZone)}`}>
        <Balance day={day} />
        {toDestroy !== 0 && (
          <Notice
            tone="warn"
            className="mt-3"
            title={
              toDestroy > 0
                ? `${countOf(toDestroy, 'spoiled card')} to be destroyed`
                : `${countOf(-toDestroy, 'card')} more destroyed than spoiled`
            }
          >
            {toDestroy > 0
              ? 'Cut them up with a second person, then write it down here.'
              : 'A row is missing or wrong. Put it right by a further row.'}
          </Notice>
        )}
        {faults > 0 && (
          <p className="mt-2 text-meta text-ink-3">
            {countOf(faults, 'print')} ended in a fault on this day. Each may have left a spoiled card.
          </p>
        )}
      </Section>
      <Section title="What was written down">
        <Rows day={day} state={state} />
      </Section>
    </DetailBody>
  );
}

function Rows({ day, state }: { day: PlasticDay; state: PlasticState }) {
  const rows = findRows(day.rows, state);
  const { timeZone } = day.branch;
  if (rows.length === 0) {
    return day.rows.length === 0 ? (
      <EmptyState icon={<Layers2 />} title="Nothing is written down for this day.">
        Count the blanks at opening first. What the kiosks print comes by itself.
      </EmptyState>
    ) : (
      <p className="text-ink-2">No row is like that. Clear the search or choose every kind.</p>
    );
  }
  return (
    <table role="table" className="data-table two-line">
      <thead role="rowgroup">
        <tr role="row">
          {['Time', 'What', 'Cards', 'Kiosk', 'By', 'Stood by', 'Note'].map((head) => (
            <th
              key={head}
              role="columnheader"
              scope="col"
              className={head === 'Cards' ? 'num' : head === 'Note' ? 'max-wide:hidden' : undefined}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <td role="cell" data-line="2" className="text-ink-2">
              <time dateTime={row.at} title={formatTableTime(row.at, timeZone)}>
                {formatHourMinute(row.at, timeZone)}
              </time>
            </td>
            <td role="cell" data-line="1" className="key">
              {plasticRules[row.kind].name}
            </td>
            <td role="cell" data-line="1-end" className="num">
              {row.kind === 'correction' || row.quantity < 0
                ? signed(row.quantity)
                : formatCount(row.quantity)}
            </td>
            <td role="cell" className="code max-narrow:hidden!">
              {row.kioskId ?? '–'}
            </td>
            <td role="cell" data-line="2-end" className="text-ink-2">
              {row.recordedBy}
            </td>
            <td role="cell" className="text-ink-2 max-narrow:hidden!">
              {row.witnessedBy ?? '–'}
            </td>
            <td role="cell" className="text-ink-2 max-wide:hidden" title={row.note}>
              {row.note || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Kiosks({ day }: { day: PlasticDay }) {
  if (day.kiosks.length === 0) return null;
  return (
    <Section title="By kiosk">
      <table role="table" className="w-full text-left">
        <thead role="rowgroup">
          <tr role="row" className="text-meta text-ink-3">
            <th role="columnheader" scope="col" className="py-1 font-plain">
              Kiosk
            </th>
            {['Produced', 'Spoiled', 'Destroyed'].map((head) => (
              <th key={head} role="columnheader" scope="col" className="py-1 text-right font-plain">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {day.kiosks.map(({ id, place, isActive, produced, spoiled, destroyed }) => (
            <tr key={id} role="row" className="border-t border-line-soft">
              <th role="rowheader" scope="row" className="py-1.5 font-plain">
                <span className="code">{id}</span>
                <span className="block text-meta text-ink-3">
                  {place}
                  {!isActive && ', not in use'}
                </span>
              </th>
              {[produced, spoiled, destroyed].map((count, index) => (
                // The three counts keep their places.
                <td key={index} role="cell" className="py-1.5 text-right tabular">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
