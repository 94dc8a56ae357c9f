import type { ReactNode } from 'react';

/** `12 found`, at the right end of a row of filters; empty while nobody knows. */
export function Found({ children }: { children: ReactNode }) {
  return (
    <span role="status" className="ml-auto text-meta text-ink-3 tabular max-narrow:sr-only">
      {children}
    </span>
  );
}
