'use client';
import { useEffect } from 'react';
import { createSharedValue } from '../shared-value.ts';

/** Until when Wise asks nothing more about requests of low risk, and for whom. */
export interface LowRiskSession {
  ownerName: string;
  until: string;
}

const open = createSharedValue<readonly LowRiskSession[]>([]);

export const noteLowRiskSession = (session: LowRiskSession) =>
  open.set([...open.get().filter(({ ownerName }) => ownerName !== session.ownerName), session]);

/** Those of this open page; each goes when its time is over. */
export function useLowRiskSessions(): readonly LowRiskSession[] {
  const sessions = open.useValue();
  useEffect(() => {
    const timers = sessions.map((session) =>
      setTimeout(
        () => open.set(open.get().filter((one) => one !== session)),
        Math.max(0, Date.parse(session.until) - Date.now()),
      ),
    );
    return () => timers.forEach(clearTimeout);
  }, [sessions]);
  return sessions;
}
