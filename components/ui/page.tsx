import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { type ComponentProps, Fragment, type ReactNode } from 'react';

type Href = ComponentProps<typeof Link>['href'];

interface PageHeaderProps {
  title: ReactNode;
  /** Quiet words beside the title: a count, a date. */
  aside?: ReactNode;
  /** Right end: live mark first, then at most two buttons and ⋯. */
  actions?: ReactNode;
  /** Detail pages: where it lies. The last one is where you are. */
  crumbs?: { label: string; href?: Href }[];
  /** The mobile top bar says it already. */
  titleInTopBar?: boolean;
}

export function PageHeader({ title, aside, actions, crumbs, titleInTopBar = false }: PageHeaderProps) {
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1.5 px-(--gutter) pt-2.5 pb-2">
      <div className="min-w-0 flex-1 max-narrow:basis-auto">
        {crumbs && (
          <nav aria-label="Breadcrumb" data-print="no">
            <ol className="flex items-center gap-1.5 text-meta leading-6 text-ink-3">
              {crumbs.map((crumb, index) => (
                <Fragment key={crumb.label}>
                  {index > 0 && <ChevronRight className="size-3.5!" />}
                  <li aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
                    {crumb.href ? (
                      <Link
                        prefetch={false}
                        href={crumb.href}
                        className="inline-flex min-h-6 items-center text-ink-2"
                      >
                        {crumb.label}
                      </Link>
                    ) : (
                      crumb.label
                    )}
                  </li>
                </Fragment>
              ))}
            </ol>
          </nav>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h1 className={clsx(titleInTopBar && 'max-narrow:sr-only')}>{title}</h1>
          {aside !== undefined && <span className="text-meta text-ink-3">{aside}</span>}
        </div>
      </div>
      {actions !== undefined && (
        <div className="ml-auto flex flex-wrap items-center justify-end gap-2">{actions}</div>
      )}
    </header>
  );
}

/** Main column and side column (372 px; below it at ≤ 1180 px). */
export function DetailBody({
  children,
  side,
  sideLabel,
}: {
  children: ReactNode;
  side?: ReactNode;
  sideLabel?: string;
}) {
  return (
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)_372px] border-t border-line max-wide:grid-cols-[minmax(0,1fr)]">
      <div className="min-w-0 px-(--gutter)">{children}</div>
      {side !== undefined && (
        <aside
          aria-label={sideLabel}
          className="min-w-0 border-l border-line bg-sunken px-(--gutter) max-wide:border-t max-wide:border-l-0"
        >
          {side}
        </aside>
      )}
    </div>
  );
}

interface SectionProps {
  title: ReactNode;
  /** Right end of the head. */
  end?: ReactNode;
  id?: string;
  className?: string;
  children?: ReactNode;
}

/** One part of a sheet: a hairline below, no box. */
export function Section({ title, end, id, className, children }: SectionProps) {
  return (
    <section id={id} className={clsx('border-b border-line pt-3 pb-3.5 last:border-b-0', className)}>
      <header className="mb-1.5 flex min-h-6 flex-wrap items-center gap-2">
        <h2>{title}</h2>
        {end !== undefined && (
          <div className="ml-auto flex items-center gap-2 text-meta text-ink-3">{end}</div>
        )}
      </header>
      {children}
    </section>
  );
}

/** An act as a row: name, consequence, button. */
export function Deed({
  title,
  children,
  action,
}: {
  title?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 border-t border-line-soft py-[7px] first:border-t-0 max-narrow:grid-cols-[minmax(0,1fr)]">
      <div>
        {title !== undefined && <h3>{title}</h3>}
        <p className="max-w-[68ch] text-ink-2">{children}</p>
      </div>
      {action !== undefined && <div className="max-narrow:mt-1 max-narrow:justify-self-start">{action}</div>}
    </div>
  );
}
