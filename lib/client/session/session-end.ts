'use client';
import { hasBegunLeaving } from '../auth/leave-for.ts';
import { createSharedValue } from '../shared-value.ts';

export type EndReason = 'idle' | 'ended';

const reason = createSharedValue<EndReason | undefined>(undefined);

/** The session is over. It is heard several times and the first reason counts; a page that is being left stays as it is. */
export function endSession(why: EndReason) {
  if (reason.get() === undefined && !hasBegunLeaving()) reason.set(why);
}

/** The same person signed in again. */
export const resumeSession = () => reason.set(undefined);

/** Why the session of this open page is over; undefined while it goes on. */
export const useSessionEnd = reason.useValue;
