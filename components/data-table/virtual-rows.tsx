'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode, RefObject } from 'react';

export interface VirtualRowsProps {
  count: number;
  scroller: RefObject<HTMLElement | null>;
  render: (index: number) => ReactNode;
}

/** Only the rows near the window are in the page; what is above and below is one empty row each. */
export function VirtualRows({ count, scroller, render }: VirtualRowsProps) {
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => scroller.current?.querySelector<HTMLElement>('tr[data-row]')?.offsetHeight ?? 36,
    overscan: 20,
  });
  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <>
      <Gap height={above} />
      {shown.map(({ index }) => render(index))}
      <Gap height={below} />
    </>
  );
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" className="block! border-0! p-0!" style={{ height }} />;
}
