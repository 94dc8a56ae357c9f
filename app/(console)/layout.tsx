import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';
import { newestEventId } from '@/lib/server/events/newest-event-id';
import { requireSession } from '@/lib/server/auth/require-session';
import { countApprovalsWaitingFor } from '@/lib/server/approvals/count-waiting';
import { countCasesWaitingFor } from '@/lib/server/services/cases/count-desk';
import { readPreferences } from '../read-preferences';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [session, { timeZone }, lastEventId] = await Promise.all([
    requireSession(),
    readPreferences(),
    newestEventId(),
  ]);
  // Counted after the newest event was noted: what is asked for in between is counted or told, never lost.
  const [approvals, cases] = await Promise.all([
    countApprovalsWaitingFor(session),
    countCasesWaitingFor(session),
  ]);
  const waiting = { ...(approvals !== undefined && { approvals }), ...(cases !== undefined && { cases }) };
  return <Shell {...{ session, timeZone, lastEventId, waiting }}>{children}</Shell>;
}
