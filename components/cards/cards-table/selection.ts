'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useKeys } from '@/lib/client/keys/use-keys';
import type { IndexedCard } from '@/lib/contracts/cards';

export type Selection = ReadonlyMap<string, IndexedCard>;
const none: Selection = new Map();

/** Cards chosen for one act on all of them. They stay chosen while filters change: the bar says how many there are. */
export function useSelection(cards: readonly IndexedCard[]) {
  const [selected, setSelected] = useState(none);
  const latest = useRef(cards);
  useEffect(() => {
    latest.current = cards;
  });
  /** Where a range begins. */
  const anchor = useRef(0);

  const pick = useCallback((index: number, isRange: boolean) => {
    const from = isRange ? Math.min(anchor.current, index) : index;
    const to = isRange ? Math.max(anchor.current, index) : index;
    anchor.current = index;
    setSelected((before) => {
      const next = new Map(before);
      for (const card of latest.current.slice(from, to + 1)) {
        if (!isRange && next.has(card.token)) next.delete(card.token);
        else next.set(card.token, card);
      }
      return next;
    });
  }, []);
  const add = useCallback(
    (more: readonly IndexedCard[]) =>
      setSelected((before) => new Map([...before, ...more.map((card) => [card.token, card] as const)])),
    [],
  );
  const clear = useCallback(() => setSelected(none), []);
  return { selected, pick, add, clear };
}

const focusedRow = (scroller: HTMLElement | null): number | undefined => {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-row]');
  return row && scroller?.contains(row) ? Number(row.dataset.row) : undefined;
};

/** X chooses the row that has the focus, Shift X all from the one chosen before, Esc none. */
export function useSelectionKeys(
  scroller: RefObject<HTMLElement | null>,
  { clear, pick, selected }: ReturnType<typeof useSelection>,
  isOffered: boolean,
) {
  const press = (event: KeyboardEvent) => {
    const index = focusedRow(scroller.current);
    if (index !== undefined) pick(index, event.shiftKey);
  };
  useKeys(isOffered ? { x: press, ...(selected.size > 0 ? { Escape: clear } : {}) } : {});
}
