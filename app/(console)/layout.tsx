import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';
import { requireSession } from '@/lib/server/auth/require-session';
import { readPreferences } from '../read-preferences';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [session, { timeZone }] = await Promise.all([requireSession(), readPreferences()]);
  return (
    <Shell session={session} timeZone={timeZone}>
      {children}
    </Shell>
  );
}
