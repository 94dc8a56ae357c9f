import { revealReasons } from '@/lib/catalogues/reveals';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardReveal } from '@/lib/contracts/sensitive-details';
import { formatWhen } from '../card-page/status-text';

const things = { details: 'Card number', pin: 'PIN' } as const;
const outcomes: Record<CardReveal['outcome'], string> = {
  asked: 'Asked for; whether it was shown is not known',
  waiting: 'Not shown: not confirmed at Wise',
  opened: 'Shown',
  refused: 'Not shown: refused',
  'not-opened': 'Not shown: it did not open',
  'another-card': 'Not shown: it was another card’s',
};

/** Who was shown what, when and why, newest first. */
export function RevealList({ items }: { items: readonly CardReveal[] }) {
  const timeZone = useTimeZone();
  if (items.length === 0) return <p className="mt-1 text-ink-3">Nobody was shown them here.</p>;
  return (
    <ul aria-label="Who was shown them" className="mt-1.5 grid gap-1">
      {items.map(({ at, by, outcome, reason, revealId, ticket, what }) => (
        <li key={revealId} className="border-t border-line-soft pt-1">
          <span className="font-label">{things[what]}</span>{' '}
          <span className="text-ink-2">
            asked for <time dateTime={at}>{formatWhen(at, timeZone)}</time> by {by}. {revealReasons[reason]}
            {ticket !== null && (
              <>
                , <span className="code wrap-anywhere">{ticket}</span>
              </>
            )}
            .
          </span>{' '}
          <span className="text-meta text-ink-3">{outcomes[outcome]}.</span>
        </li>
      ))}
    </ul>
  );
}
