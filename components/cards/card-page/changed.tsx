'use client';
import clsx from 'clsx';
import { type ReactNode, useState } from 'react';

/** One fade of the ground behind a value that came in changed; none when the page opens, nothing moves. */
export function Changed({
  value,
  className,
  children,
}: {
  value: string;
  className?: string;
  children: ReactNode;
}) {
  const [seen, setSeen] = useState({ value, times: 0 });
  if (seen.value !== value) setSeen({ value, times: seen.times + 1 });
  return (
    <div
      data-fades={seen.times === 0 ? undefined : seen.times % 2 === 0 ? 'even' : 'odd'}
      className={clsx('fades', className)}
    >
      {children}
    </div>
  );
}
