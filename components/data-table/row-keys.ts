'use client';
import type { RefObject } from 'react';
import { useKeys } from '@/lib/client/keys/use-keys';

/** J and K move the focus from row to row, on the row's own link: Enter then opens it as it opens any link. */
export function useRowKeys(scroller: RefObject<HTMLElement | null>) {
  const move = (by: 1 | -1) => {
    const place = scroller.current;
    if (!place) return;
    const here = document.activeElement?.closest<HTMLElement>('tr[data-row]');
    const index = here ? Number(here.dataset.row) + by : firstInSight(place);
    place.querySelector<HTMLElement>(`tr[data-row="${index}"] [data-row-link]`)?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
}

function firstInSight(place: HTMLElement): number {
  const top = place.getBoundingClientRect().top;
  const rows = [...place.querySelectorAll<HTMLElement>('tr[data-row]')];
  return Number(rows.find((row) => row.getBoundingClientRect().bottom > top + 40)?.dataset.row ?? 0);
}
