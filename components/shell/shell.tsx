'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { keepWaitingApprovals } from '@/lib/client/approvals/waiting';
import { keepWaitingCases } from '@/lib/client/cases/waiting';
import { LiveProvider } from '@/lib/client/events/live-provider';
import { makeQueryClient } from '@/lib/client/query-client';
import { SessionProvider } from '@/lib/client/session/session-provider';
import { TimeZoneProvider } from '@/lib/client/time-zone/time-zone-provider';
import type { Session } from '@/lib/contracts/session';
import { ScaHost } from '../sca/sca-host';
import { IdleGuard } from './idle-guard';
import { PaletteHost } from './palette-host';
import { Rail } from './rail';
import { SessionGuard } from './session-guard';
import { ShellKeys } from './shell-keys';
import { TopBar } from './top-bar';

interface ShellProps {
  session: Session;
  timeZone: string | undefined;
  lastEventId: string;
  /** Only what this person may know of. */
  waiting: { approvals?: number; cases?: number };
  children: ReactNode;
}

export function Shell({ session, timeZone, lastEventId, waiting, children }: ShellProps) {
  const [client] = useState(() =>
    keepWaitingCases(keepWaitingApprovals(makeQueryClient(), waiting.approvals), waiting.cases),
  );
  return (
    <QueryClientProvider client={client}>
      <SessionProvider session={session}>
        <TimeZoneProvider initial={timeZone}>
          <LiveProvider from={lastEventId}>
            <a
              href="#main"
              className="fixed top-2 left-2 z-(--z-toast) -translate-y-20 rounded-md bg-raised px-3 py-2 shadow-pop focus:translate-y-0"
            >
              Skip to the page
            </a>
            <div
              data-shell
              className="grid min-h-dvh grid-cols-[var(--rail)_minmax(0,1fr)] max-narrow:grid-cols-[minmax(0,1fr)]"
            >
              <Rail />
              <div className="flex min-h-dvh min-w-0 flex-col bg-surface">
                <TopBar />
                <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
                  {children}
                </main>
              </div>
            </div>
            <ShellKeys />
            <PaletteHost />
            <IdleGuard />
            <ScaHost />
            <SessionGuard />
          </LiveProvider>
        </TimeZoneProvider>
      </SessionProvider>
    </QueryClientProvider>
  );
}
