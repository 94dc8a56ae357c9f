'use client';
import clsx from 'clsx';
import { type ReactNode, useEffect, useRef } from 'react';
import { useKeys } from '@/lib/client/keys/use-keys';
import { UrlLink } from './url-link';

export interface View {
  key: string;
  label: ReactNode;
  href: string;
  count?: string | undefined;
  title?: string | undefined;
  isCurrent: boolean;
}

interface ViewsBarProps {
  label: string;
  views: View[];
  /** Stays in sight where the views do not. */
  end?: ReactNode;
}

/** 36 high, underline on the current one. Each view is an address of its own. */
export function ViewsBar({ label, views, end }: ViewsBarProps) {
  const nav = useRef<HTMLElement>(null);
  const findCurrent = () => nav.current?.querySelector<HTMLElement>('[aria-current]');
  useKeys({ v: () => (findCurrent() ?? nav.current?.querySelector('a'))?.focus() });
  const current = views.find(({ isCurrent }) => isCurrent)?.key;
  // Also when the end gets wider and leaves less room.
  useEffect(() => {
    if (current === undefined || !nav.current) return;
    const watch = new ResizeObserver(() =>
      findCurrent()?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    watch.observe(nav.current);
    return () => watch.disconnect();
  }, [current]);
  return (
    <div
      data-print="no"
      className="flex min-h-9 flex-none items-stretch gap-0.5 border-b border-line px-(--gutter)"
    >
      <nav
        ref={nav}
        aria-label={label}
        data-views
        className="-ml-2.5 flex min-w-0 items-stretch gap-0.5 overflow-x-auto [scrollbar-width:none]"
      >
        {views.map((view) => (
          <UrlLink
            key={view.key}
            href={view.href}
            title={view.title}
            aria-current={view.isCurrent ? 'page' : undefined}
            className={clsx(
              'relative inline-flex h-9 flex-none items-center gap-1.5 px-2.5 font-[500] whitespace-nowrap -outline-offset-2 hover:text-ink hover:no-underline',
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
      </nav>
      {end}
    </div>
  );
}
