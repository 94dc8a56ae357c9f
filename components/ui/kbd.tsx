import type { ReactNode } from 'react';

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-[18px] rounded-xs border border-line bg-surface px-1 text-center font-sans text-tag font-[500] text-ink-2">
      {children}
    </kbd>
  );
}
