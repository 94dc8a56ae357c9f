'use client';
import { createContext, type ReactNode, startTransition, useContext, useEffect, useState } from 'react';
import { isTimeZone } from '../../format/time-zones.ts';
import { setPreference } from '../preferences/set-preference.ts';
import { createSharedValue } from '../shared-value.ts';

const Context = createContext('UTC');
const chosen = createSharedValue<string | undefined>(undefined);

export const useTimeZone = (): string => useContext(Context);

export function browserTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : 'UTC';
}

export function chooseTimeZone(timeZone: string) {
  setPreference('timeZone', timeZone);
  chosen.set(timeZone);
}

/** @param initial the zone this browser has told before; without one the first HTML is in UTC and the browser's own follows. */
export function TimeZoneProvider({
  initial,
  children,
}: {
  initial: string | undefined;
  children: ReactNode;
}) {
  const [found, setFound] = useState<string>();
  const picked = chosen.useValue();
  useEffect(() => {
    if (initial !== undefined) return;
    // After the page can be used: asking the browser takes it a while.
    const timer = setTimeout(() => {
      const timeZone = browserTimeZone();
      setPreference('timeZone', timeZone);
      startTransition(() => setFound(timeZone));
    });
    return () => clearTimeout(timer);
  }, [initial]);
  return <Context value={picked ?? initial ?? found ?? 'UTC'}>{children}</Context>;
}
