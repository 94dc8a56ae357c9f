'use client';
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import { isTimeZone } from '../preferences/preferences.ts';
import { setPreference } from '../preferences/set-preference.ts';

const Context = createContext('UTC');
const listeners = new Set<() => void>();
let chosen: string | undefined;

export const useTimeZone = (): string => useContext(Context);

export function browserTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : 'UTC';
}

export function chooseTimeZone(timeZone: string) {
  chosen = timeZone;
  setPreference('timeZone', timeZone);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** @param initial the zone this browser has told before; without one the first HTML is in UTC and the browser's own follows. */
export function TimeZoneProvider({
  initial,
  children,
}: {
  initial: string | undefined;
  children: ReactNode;
}) {
  const timeZone = useSyncExternalStore(
    subscribe,
    () => chosen ?? initial ?? browserTimeZone(),
    () => initial ?? 'UTC',
  );
  useEffect(() => {
    if (initial === undefined) setPreference('timeZone', browserTimeZone());
  }, [initial]);
  return <Context value={timeZone}>{children}</Context>;
}
