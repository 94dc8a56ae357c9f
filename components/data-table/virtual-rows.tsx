'use client';
import { elementScroll, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { useDrawnRows } from './use-drawn-rows';

export interface VirtualRowsProps {
  count: number;
  scroller: RefObject<HTMLElement | null>;
  /** A row, which carries its index as `data-row`. */
  render: (index: number) => ReactNode;
  /** The row that a region begins with that comes into the page with its rows. */
  startAt?: number;
  /** What a row is; `tr` unless said otherwise. */
  as?: 'tr' | 'li';
}

/** Of a row nobody has seen yet: as high as one was last. */
const heights = { tr: 36, li: 73 };

/** Only the rows near the window are in the page; what is above and below is one empty row each. */
export function VirtualRows({ count, scroller, render, startAt = 0, as = 'tr' }: VirtualRowsProps) {
  const rows = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => heights[as],
    indexAttribute: 'data-row',
    initialOffset: () => scroller.current?.scrollTop ?? startAt * heights[as],
    // Only into place where it begins: whoever has scrolled since it was drawn stays where they are.
    scrollToFn: (offset, options, instance) => {
      if (instance.scrollElement?.scrollTop === 0) elementScroll(offset, options, instance);
    },
    initialRect: { width: 0, height: 900 },
    overscan: 0,
  });
  // Only now is the region around them in the page, and a row whose height can be read.
  useEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`${as}[data-row]`);
    heights[as] = row?.offsetHeight ?? heights[as];
    rows.measure();
    scroller.current?.dispatchEvent(new Event('scroll'));
  }, [as, rows, scroller]);
  const seen = rows.getVirtualItems();
  const { first, last } = useDrawnRows({ first: seen[0]?.index ?? 0, last: seen.at(-1)?.index ?? 0 }, count);
  return (
    <>
      <Gap as={as} height={first * heights[as]} />
      {Array.from({ length: last - first + 1 }, (_, place) => render(first + place))}
      <Gap as={as} height={(count - 1 - last) * heights[as]} />
    </>
  );
}

function Gap({ as: Row, height }: { as: 'tr' | 'li'; height: number }) {
  if (height <= 0) return null;
  return <Row aria-hidden="true" className="block! border-0! p-0!" style={{ height }} />;
}
