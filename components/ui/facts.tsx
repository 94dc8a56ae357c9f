import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface Fact {
  label: string;
  value: ReactNode;
  /** Left out at ≤ 1180 px. */
  wideOnly?: boolean;
}

/** The line of facts under a page's head: label 12 over value 13. */
export function Facts({ items }: { items: Fact[] }) {
  return (
    <dl className="flex flex-wrap gap-x-7 gap-y-1 px-(--gutter) pb-3 max-narrow:grid max-narrow:grid-cols-2 max-narrow:gap-x-4 max-narrow:gap-y-2">
      {items.map((item) => (
        <div key={item.label} className={clsx('min-w-0', item.wideOnly && 'max-wide:hidden')}>
          <dt className="text-meta text-ink-3">{item.label}</dt>
          <dd className="flex min-h-5 items-center gap-1 font-soft wrap-anywhere">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Label left, value right, one under the other: for side columns. */
export function KeyValues({ items }: { items: { label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-1">
      {items.map((item, index) => (
        <div key={index} className="flex min-h-6 items-center justify-between gap-2.5">
          <dt className="text-ink-2">{item.label}</dt>
          <dd className="text-right tabular">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
