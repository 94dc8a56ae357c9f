'use client';
import { useCallback, useEffect, useState } from 'react';
import { getSession } from '../../contracts/session.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { endSessionOnServer } from '../auth/sign-out.ts';
import { endSession, useSessionEnd } from '../session/session-end.ts';

const limitMs = 15 * 60_000;
const warningMs = 60_000;
/** The server counts requests, not keystrokes: somebody who only types tells it so this often. */
const touchEveryMs = 4 * 60_000;
const stampName = 'console-last-activity';
const signsOfLife = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

export type IdleStep = 'active' | 'warn' | 'over';

export function idleStep(idleMs: number): IdleStep {
  if (idleMs >= limitMs) return 'over';
  return idleMs >= limitMs - warningMs ? 'warn' : 'active';
}

const readStamp = (): number => Number(localStorage.getItem(stampName)) || 0;
const writeStamp = () => localStorage.setItem(stampName, String(Date.now()));

/**
 * Ends the session after 15 minutes without a sign of life in any tab of this browser. The page stays, covered.
 * @returns seconds left while it warns, and what stays signed in
 */
export function useIdle(): { secondsLeft: number | undefined; stay: () => void } {
  const [secondsLeft, setSecondsLeft] = useState<number>();
  const isEnded = useSessionEnd() !== undefined;

  const stay = useCallback(() => {
    writeStamp();
    setSecondsLeft(undefined);
    void callEndpoint(getSession, {}).catch(() => undefined);
  }, []);

  useEffect(() => {
    if (isEnded) return undefined;
    let touchedAt = Date.now();
    let isWarning = false;
    writeStamp();
    const live = () => {
      if (isWarning || Date.now() - readStamp() < 1000) return;
      // The first key after a computer has slept is no sign that somebody was there.
      if (idleStep(Date.now() - readStamp()) === 'over') return look();
      writeStamp();
      if (Date.now() - touchedAt < touchEveryMs) return;
      touchedAt = Date.now();
      void callEndpoint(getSession, {}).catch(() => undefined);
    };
    const look = () => {
      const idle = Date.now() - readStamp();
      const step = idleStep(idle);
      isWarning = step !== 'active';
      if (step === 'over') {
        endSession('idle');
        void endSessionOnServer().catch(() => undefined);
        return;
      }
      setSecondsLeft(step === 'warn' ? Math.ceil((limitMs - idle) / 1000) : undefined);
    };
    const timer = setInterval(look, 1000);
    for (const sign of signsOfLife) window.addEventListener(sign, live, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, live);
      // A warning stays below the cover and goes with it, so that the focus finds its way back.
      setSecondsLeft((left) => (left === undefined ? undefined : 0));
    };
  }, [isEnded]);

  return { secondsLeft: secondsLeft === 0 && !isEnded ? undefined : secondsLeft, stay };
}
