'use client';
import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { Fragment } from 'react';
import { useSession } from '@/lib/client/session/session-provider';
import { LowRiskSessions } from '../sca/low-risk-sessions';
import { BrandMark, EnvironmentTag } from './brand';
import { FindButton } from './find-button';
import { currentOf, navItemsFor } from './nav-items';
import { PersonMenu } from './person-menu';
import { useWaiting } from './use-waiting';
import { WaitingCount } from './waiting-count';

export function Rail() {
  const session = useSession();
  const pathname = usePathname();
  const router = useRouter();
  const waiting = useWaiting();
  const items = navItemsFor(session);
  const current = currentOf(items, pathname);
  return (
    <header
      data-print="no"
      className="sticky top-0 flex h-dvh flex-col overflow-y-auto border-r border-line bg-canvas px-2 pb-2 max-narrow:hidden"
    >
      <div className="flex h-13 flex-none items-center gap-2 px-2 font-head tracking-[-0.012em] whitespace-nowrap">
        <BrandMark />
        <span className="rail-word">Admin Console</span>
        <EnvironmentTag environment={session.environment} className="rail-word ml-auto" />
      </div>
      <FindButton />
      <nav aria-label="Main">
        <ul>
          {items.map(({ href, label, icon: Icon, group, counts }, index) => {
            const isCurrent = href === current?.href;
            return (
              <Fragment key={href}>
                {group && group !== items[index - 1]?.group && (
                  <li className="mt-2 border-t border-line pt-2">
                    <span className="rail-word px-2 text-tag font-control text-ink-3">{group}</span>
                  </li>
                )}
                <li>
                  <Link
                    prefetch={false}
                    onPointerEnter={() => router.prefetch(href as Route)}
                    href={{ pathname: href }}
                    title={label}
                    aria-current={isCurrent ? 'page' : undefined}
                    className={clsx(
                      'relative flex h-[30px] items-center gap-[9px] rounded-sm px-[9px] -outline-offset-2 hover:no-underline',
                      isCurrent
                        ? 'bg-surface font-strong text-ink shadow-[0_0_0_1px_var(--color-line)] [&_.lucide]:text-accent-ink'
                        : 'font-soft text-ink-2 hover:bg-hover hover:text-ink',
                    )}
                  >
                    <Icon />
                    <span className="rail-word">{label}</span>
                    {counts && waiting[counts] > 0 && (
                      <>
                        <WaitingCount count={waiting[counts]} className="rail-word ml-auto" />
                        <span className="waiting-dot rail-dot" />
                      </>
                    )}
                  </Link>
                </li>
              </Fragment>
            );
          })}
        </ul>
      </nav>
      <div className="mt-auto border-t border-line pt-1">
        <LowRiskSessions />
        <PersonMenu />
      </div>
    </header>
  );
}
