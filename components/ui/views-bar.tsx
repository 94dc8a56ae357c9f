import clsx from 'clsx';
import type { ReactNode } from 'react';
import { UrlLink } from './url-link';

export interface View {
  key: string;
  label: ReactNode;
  href: string;
  count?: string | undefined;
  isCurrent: boolean;
}

/** 36 high, underline on the current one. Each view is an address of its own. */
export function ViewsBar({ label, views, end }: { label: string; views: View[]; end?: ReactNode }) {
  return (
    <nav
      aria-label={label}
      data-print="no"
      className="flex min-h-9 flex-none items-stretch gap-0.5 overflow-x-auto border-b border-line px-(--gutter) [scrollbar-width:none]"
    >
      {views.map((view, index) => (
        <UrlLink
          key={view.key}
          href={view.href}
          aria-current={view.isCurrent ? 'page' : undefined}
          className={clsx(
            'relative inline-flex h-9 items-center gap-1.5 px-2.5 font-[500] whitespace-nowrap -outline-offset-2 hover:text-ink hover:no-underline',
            index === 0 && '-ml-2.5',
            view.isCurrent
              ? 'font-strong text-ink after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-t-xs after:bg-accent-ink'
              : 'text-ink-2',
          )}
        >
          {view.label}
          {view.count !== undefined && (
            <span className="text-meta font-[460] text-ink-3 tabular">{view.count}</span>
          )}
        </UrlLink>
      ))}
      {end}
    </nav>
  );
}
