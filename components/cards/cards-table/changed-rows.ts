'use client';
import { useEffect, useRef, useState } from 'react';
import type { IndexedCard } from '@/lib/contracts/cards';

const fadeMs = 700;
const none: ReadonlySet<string> = new Set();
const versionOf = (card: IndexedCard) =>
  `${card.modificationTime} ${card.status.value} ${card.hold ? 'held' : ''}`;

/** Tokens of the rows that have just become different while they stood on the screen. */
export function useChangedRows(cards: readonly IndexedCard[]): ReadonlySet<string> {
  const before = useRef<ReadonlyMap<string, string>>(new Map());
  const [changed, setChanged] = useState(none);

  useEffect(() => {
    const now = new Map(cards.map((card) => [card.token, versionOf(card)]));
    const different = cards
      .filter(({ token }) => before.current.has(token) && before.current.get(token) !== now.get(token))
      .map(({ token }) => token);
    before.current = now;
    if (different.length === 0) return;
    const begin = requestAnimationFrame(() => setChanged(new Set(different)));
    const end = setTimeout(() => setChanged(none), fadeMs);
    return () => {
      cancelAnimationFrame(begin);
      clearTimeout(end);
    };
  }, [cards]);

  return changed;
}
