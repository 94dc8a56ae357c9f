'use client';
import { Search } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, Fragment } from 'react';
import { Kbd } from '@/components/ui/kbd';
import type { Overview } from '@/lib/contracts/overview';
import { cardPathOf } from './card-path';

/** The big field: whatever is typed goes to the list of cards. */
export function FindCard({ opened }: { opened: Overview['recentlyOpened'] }) {
  const router = useRouter();
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = new FormData(event.currentTarget).get('query');
    const text = typeof query === 'string' ? query.trim() : '';
    router.push(text === '' ? '/cards' : `/cards?query=${encodeURIComponent(text)}`);
  };
  return (
    <section aria-label="Find a card" data-print="no" className="border-b border-line pt-3 pb-3.5">
      <form role="search" action="/cards" onSubmit={find} className="relative flex items-center">
        <Search className="pointer-events-none absolute left-3 text-ink-3" />
        <input
          data-search
          type="search"
          name="query"
          aria-label="Find a card"
          placeholder="Last four, holder, phone, token or profile"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          className="peer h-11 w-full rounded-lg border border-line-control bg-surface pr-10 pl-[38px] text-[0.9375rem] max-narrow:text-[1rem]"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute right-3 hidden narrow:peer-placeholder-shown:block"
        >
          <Kbd>/</Kbd>
        </span>
      </form>
      {opened.length > 0 && (
        <p className="mt-1.5 text-meta leading-6 text-ink-3">
          Opened lately:{' '}
          {opened.map((card, index) => (
            <Fragment key={card.cardToken}>
              {index > 0 && ', '}
              <Link href={{ pathname: cardPathOf(card) }} prefetch={false} className="whitespace-nowrap">
                {card.cardHolderName ?? 'Card'} {card.lastFourDigits}
              </Link>
            </Fragment>
          ))}
        </p>
      )}
    </section>
  );
}
