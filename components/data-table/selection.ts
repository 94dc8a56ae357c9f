'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useKeys } from '@/lib/client/keys/use-keys';

/**
 * Rows chosen for one act on all of them. They stay chosen while filters change: the bar says how many there are.
 * @param keyOf the same function each time
 */
export function useSelection<Item>(items: readonly Item[], keyOf: (item: Item) => string) {
  const [selected, setSelected] = useState<ReadonlyMap<string, Item>>(() => new Map());
  const latest = useRef(items);
  useEffect(() => {
    latest.current = items;
  });
  /** Where a range begins. */
  const anchor = useRef(0);

  const pick = useCallback(
    (index: number, isRange: boolean) => {
      const from = isRange ? Math.min(anchor.current, index) : index;
      const to = isRange ? Math.max(anchor.current, index) : index;
      anchor.current = index;
      setSelected((before) => {
        const next = new Map(before);
        for (const item of latest.current.slice(from, to + 1)) {
          const key = keyOf(item);
          if (!isRange && next.has(key)) next.delete(key);
          else next.set(key, item);
        }
        return next;
      });
    },
    [keyOf],
  );
  const add = useCallback(
    (more: readonly Item[]) =>
      setSelected((before) => new Map([...before, ...more.map((item) => [keyOf(item), item] as const)])),
    [keyOf],
  );
  const clear = useCallback(() => setSelected(new Map()), []);
  return { selected, pick, add, clear };
}

const focusedRow = (region: HTMLElement | null): number | undefined => {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-row]');
  return row && region?.contains(row) ? Number(row.dataset.row) : undefined;
};

interface SelectionKeys {
  selected: ReadonlyMap<string, unknown>;
  pick: (index: number, isRange: boolean) => void;
  clear: () => void;
}

/** X chooses the row that has the focus, Shift X all from the one chosen before, Esc none. */
export function useSelectionKeys(
  region: RefObject<HTMLElement | null>,
  { clear, pick, selected }: SelectionKeys,
  isOffered: boolean,
) {
  const press = (event: KeyboardEvent) => {
    const index = focusedRow(region.current);
    if (index !== undefined) pick(index, event.shiftKey);
  };
  useKeys(isOffered ? { x: press, ...(selected.size > 0 ? { Escape: clear } : {}) } : {});
}
