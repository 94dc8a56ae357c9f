'use client';
import type { RefObject } from 'react';
import { useKeys } from '@/lib/client/keys/use-keys';

const headHeight = 40;

/** J and K move the focus from row to row, on the row's own link: Enter then opens it as it opens any link. */
export function useRowKeys(scroller: RefObject<HTMLElement | null>) {
  const move = (by: 1 | -1) => {
    const place = scroller.current;
    if (!place) return;
    // A row without a link leads nowhere and is passed over.
    const links = [...place.querySelectorAll<HTMLElement>('tr[data-row] [data-row-link]')];
    const here = rowOf(document.activeElement);
    const top = place.getBoundingClientRect().top + headHeight;
    const next =
      here === undefined
        ? links.find((link) => link.getBoundingClientRect().bottom > top)
        : by === 1
          ? links.find((link) => (rowOf(link) ?? 0) > here)
          : links.findLast((link) => (rowOf(link) ?? 0) < here);
    next?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
}

function rowOf(element: Element | null): number | undefined {
  const row = element?.closest<HTMLElement>('tr[data-row]');
  return row ? Number(row.dataset.row) : undefined;
}
