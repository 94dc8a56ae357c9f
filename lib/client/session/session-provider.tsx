'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { ConsolePermission } from '../../catalogues/console-permissions.ts';
import type { Session } from '../../contracts/session.ts';

const Context = createContext<Session | undefined>(undefined);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <Context value={session}>{children}</Context>;
}

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** Only a courtesy of the page: the server checks every request again. */
export function useCan(permission: ConsolePermission): boolean {
  return useSession().consolePermissions.includes(permission);
}
