'use client';
import dynamic from 'next/dynamic';
import type { VirtualRowsProps } from './virtual-rows';

const VirtualRows = dynamic(() => import('./virtual-rows').then((module) => module.VirtualRows), {
  ssr: false,
});
export const plainUpTo = 100;

/** All rows at once while they are few; only those near the window once they are many. */
export function ManyRows(props: VirtualRowsProps) {
  const { count, render } = props;
  return count > plainUpTo ? (
    <VirtualRows {...props} />
  ) : (
    Array.from({ length: count }, (_, index) => render(index))
  );
}
