'use client';
import { lazy, Suspense } from 'react';
import type { VirtualRowsProps } from './virtual-rows';

const VirtualRows = lazy(() => import('./virtual-rows').then((module) => ({ default: module.VirtualRows })));
export const plainUpTo = 100;

/** All rows at once while they are few; only those near the window once they are many. */
export function ManyRows(props: VirtualRowsProps) {
  const { count, render } = props;
  const all = () => Array.from({ length: count }, (_, index) => render(index));
  if (count <= plainUpTo) return all();
  // Until its code is here every row stays, or the region would lose its place.
  return (
    <Suspense fallback={all()}>
      <VirtualRows {...props} />
    </Suspense>
  );
}
