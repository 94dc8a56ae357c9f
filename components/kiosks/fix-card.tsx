import type { ReactNode } from 'react';
import { kioskErrorOf } from '@/lib/catalogues/kiosk-errors';
import type { KioskError } from '@/lib/catalogues/kiosk-errors/kiosk-error';
import { countOf } from '@/lib/format/counts';
import { Mark } from '@/components/ui/mark';
import { fixerWords, newOrderWords, placeWords, plasticWords } from './fault-words';

interface FixCardProps {
  status: string;
  code: string | null;
  /** Beside the title: who waits, how often it came. */
  children?: ReactNode;
  /** What can be done from here. */
  acts?: ReactNode;
  /** Everything there is to know, as in the catalogue. */
  isFull?: boolean;
}

/** A fault in words, who mends it, in what steps, and whether trying again is safe. */
export function FixCard({ status, code, children, acts, isFull = false }: FixCardProps) {
  const entry = kioskErrorOf(status, code);
  const isWaiting = entry.retry === 'by-itself';
  return (
    <div
      data-boxed
      data-fix-card
      className={
        isWaiting ? 'rounded-md border border-line bg-surface' : 'rounded-md border border-bad bg-surface'
      }
    >
      <p
        className={
          isWaiting
            ? 'flex items-start gap-2 rounded-t-md bg-busy-tint px-3 py-2.5 font-strong text-busy'
            : 'flex items-start gap-2 rounded-t-md bg-bad-tint px-3 py-2.5 font-strong text-bad'
        }
      >
        <Mark mark={isWaiting ? 'waits' : 'needs-a-hand'} className="mt-[5px]" />
        <span>{entry.title}</span>
      </p>
      <div className="grid gap-2.5 px-3 pt-2.5 pb-3">
        {children}
        <p className="text-ink-2">
          {entry.meaning} {fixerWords[entry.fixer]}: {countOf(entry.minutes, 'minute')}.
        </p>
        <p>
          <span className="font-label">Print again?</span> {entry.retryWords}
        </p>
        <ol className="grid gap-1">
          {entry.steps.map((step, index) => (
            <li key={step} className="grid grid-cols-[18px_minmax(0,1fr)]">
              <span className="text-ink-3 tabular">{index + 1}</span>
              <span>{step}</span>
            </li>
          ))}
        </ol>
        {isFull ? (
          <MoreFacts entry={entry} />
        ) : (
          entry.plastic !== 'none' && <p>{plasticWords[entry.plastic]}</p>
        )}
        {acts}
        <p className="code text-ink-3 wrap-anywhere">
          {entry.status} {entry.code}
        </p>
      </div>
    </div>
  );
}

function MoreFacts({ entry }: { entry: KioskError }) {
  const facts = [
    { label: 'Where it lies', value: placeWords[entry.place] },
    { label: 'Plastic', value: plasticWords[entry.plastic] },
    { label: 'New order', value: newOrderWords[entry.newOrder] },
  ];
  return (
    <dl className="grid gap-1 border-t border-line-soft pt-2">
      {facts.map(({ label, value }) => (
        <div key={label} className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-3">
          <dt className="text-ink-3">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
