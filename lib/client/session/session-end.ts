'use client';
import { useSyncExternalStore } from 'react';
import { hasBegunLeaving } from '../auth/leave-for.ts';

export type EndReason = 'idle' | 'ended';

let reason: EndReason | undefined;
const listeners = new Set<() => void>();

function change(next: EndReason | undefined) {
  reason = next;
  for (const listener of listeners) listener();
}

/** The session is over. It is heard several times and the first reason counts; a page that is being left stays as it is. */
export function endSession(why: EndReason) {
  if (reason === undefined && !hasBegunLeaving()) change(why);
}

/** The same person signed in again. */
export const resumeSession = () => change(undefined);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Why the session of this open page is over; undefined while it goes on. */
export const useSessionEnd = (): EndReason | undefined =>
  useSyncExternalStore(
    subscribe,
    () => reason,
    () => undefined,
  );
