import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';
import { newestEventId } from '@/lib/server/events/newest-event-id';
import { requireSession } from '@/lib/server/auth/require-session';
import { readPreferences } from '../read-preferences';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [session, { timeZone }, lastEventId] = await Promise.all([
    requireSession(),
    readPreferences(),
    newestEventId(),
  ]);
  return (
    <Shell session={session} timeZone={timeZone} lastEventId={lastEventId}>
      {children}
    </Shell>
  );
}
