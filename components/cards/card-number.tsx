import { cardDots } from '@/lib/format/card-numbers';

/** `•••• 4417`; read out as "ending 4417". */
export function CardNumber({ lastFourDigits }: { lastFourDigits: string }) {
  return (
    <span className="whitespace-nowrap tabular">
      <span aria-hidden="true" className="mr-[3px] tracking-[0.06em] text-ink-3">
        {cardDots}
      </span>
      <span className="sr-only">ending </span>
      {lastFourDigits}
    </span>
  );
}
