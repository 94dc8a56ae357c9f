import type { ReactNode } from 'react';

/** The choices of one filter under its name. */
export function FilterGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-meta font-[560] text-ink-2">{name}</legend>
      {children}
    </fieldset>
  );
}
