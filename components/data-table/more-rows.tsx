'use client';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';

interface MoreRowsProps {
  isReading: boolean;
  hasFailed: boolean;
  onMore: () => void;
}

/** Reads the next rows when it comes near the window; by hand where that failed. */
export function MoreRows({ isReading, hasFailed, onMore }: MoreRowsProps) {
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    const target = end.current;
    if (!target || isReading || hasFailed) return;
    const watch = new IntersectionObserver(
      (changes) => {
        // Far and near again may be told at once.
        if (changes.at(-1)?.isIntersecting) more.current();
      },
      { root: target.parentElement, rootMargin: '300px' },
    );
    watch.observe(target);
    return () => watch.disconnect();
  }, [isReading, hasFailed]);
  return (
    <div
      ref={end}
      data-print="no"
      className="flex min-h-11 items-center gap-3 px-(--gutter) text-meta text-ink-3"
    >
      {hasFailed && <span role="alert">The next rows could not be read.</span>}
      <Button size="xs" busy={isReading} onClick={onMore}>
        {isReading ? 'Reading' : hasFailed ? 'Read again' : 'More rows'}
      </Button>
    </div>
  );
}
