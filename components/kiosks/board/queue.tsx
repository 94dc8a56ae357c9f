'use client';
import Link from 'next/link';
import { CardNumber } from '@/components/cards/card-number';
import { Button, ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { lastPrintDay } from '@/lib/catalogues/card-order-age';
import { printAgeMark } from '@/lib/catalogues/printing';
import type { KioskBoard, QueuedCard } from '@/lib/contracts/kiosk-board';
import { formatScheme } from '@/lib/format/card-numbers';
import { countOf, formatCount } from '@/lib/format/counts';
import type { CardToSend } from '../send/send-dialog';

interface QueueProps {
  board: KioskBoard;
  onSend: ((card: CardToSend) => void) | undefined;
}

/** Cards of the branch that wait to be printed, oldest first. */
export function Queue({ board, onSend }: QueueProps) {
  const { bestKioskId, kiosks, queue, queueLength } = board;
  const best = kiosks.find(({ id }) => id === bestKioskId);
  return (
    <Section
      title={
        <>
          Ready to print <span className="font-normal text-ink-3">{formatCount(queueLength)}</span>
        </>
      }
      end={queueLength > queue.length && `The oldest ${queue.length} are shown`}
    >
      {queue.length === 0 ? (
        <p className="text-ink-2">
          No card waits. A new one comes up here by itself once Wise has prepared it.
        </p>
      ) : (
        <ul>
          {queue.map((card) => (
            <li
              key={card.cardToken}
              className="grid min-h-10 grid-cols-[minmax(0,1.4fr)_90px_90px_minmax(0,1.2fr)_auto] items-center gap-x-3 border-t border-line-soft py-1 first:border-t-0 max-narrow:grid-cols-[minmax(0,1fr)_auto]"
            >
              <Link
                prefetch={false}
                href={`/cards/${card.profileId}/${card.cardToken}`}
                className="min-w-0 font-label wrap-anywhere"
              >
                {card.cardHolderName ?? 'No name'}
              </Link>
              <CardNumber lastFourDigits={card.lastFourDigits} />
              <span className="text-ink-2 max-narrow:hidden">{formatScheme(card.scheme)}</span>
              <Age card={card} />
              {onSend && <Act card={card} place={best?.place} onSend={onSend} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Age({ card: { ageDays, status } }: { card: QueuedCard }) {
  const mark = printAgeMark(ageDays);
  const left = lastPrintDay - ageDays;
  const words: Record<typeof mark, string> = {
    fresh: '',
    warn: ` · ${countOf(left, 'day')} left to print`,
    'last-days': ` · only ${countOf(left, 'day')} left to print`,
    'too-old': ' · older than 60 days, Wise refuses it',
  };
  const tone = mark === 'fresh' ? 'text-ink-3' : mark === 'too-old' ? 'text-bad' : 'text-warn';
  return (
    <span className={tone}>
      {ageDays === 0 ? 'made today' : `${ageDays} d old`}
      {words[mark]}
      {status === 'PRODUCTION_ERROR' && <span className="text-bad"> · failed before</span>}
    </span>
  );
}

function Act({
  card,
  place,
  onSend,
}: {
  card: QueuedCard;
  place: string | undefined;
  onSend: (card: CardToSend) => void;
}) {
  if (printAgeMark(card.ageDays) === 'too-old')
    return (
      <ButtonLink
        size="sm"
        href={
          card.orderId === null
            ? { pathname: '/card-orders', query: { query: card.cardToken } }
            : { pathname: `/card-orders/${card.profileId}/${card.orderId}`, query: { act: 'renew' } }
        }
      >
        Order a new card…
      </ButtonLink>
    );
  return (
    <Button size="sm" onClick={() => onSend(card)}>
      {place === undefined ? 'Send…' : `Send to ${place}…`}
    </Button>
  );
}
