'use client';
import { useEffect, useSyncExternalStore } from 'react';

/** Until when Wise asks nothing more about requests of low risk, and for whom. */
export interface LowRiskSession {
  ownerName: string;
  until: string;
}

let open: readonly LowRiskSession[] = [];
const listeners = new Set<() => void>();

function change(next: readonly LowRiskSession[]) {
  open = next;
  for (const listener of listeners) listener();
}

export const noteLowRiskSession = (session: LowRiskSession) =>
  change([...open.filter(({ ownerName }) => ownerName !== session.ownerName), session]);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const none: readonly LowRiskSession[] = [];

/** Those of this open page; each goes when its time is over. */
export function useLowRiskSessions(): readonly LowRiskSession[] {
  const sessions = useSyncExternalStore(
    subscribe,
    () => open,
    () => none,
  );
  useEffect(() => {
    const timers = sessions.map((session) =>
      setTimeout(
        () => change(open.filter((one) => one !== session)),
        Math.max(0, Date.parse(session.until) - Date.now()),
      ),
    );
    return () => timers.forEach(clearTimeout);
  }, [sessions]);
  return sessions;
}
