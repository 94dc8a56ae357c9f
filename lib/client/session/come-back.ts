import type { QueryClient } from '@tanstack/react-query';
import { getSession, type Session } from '../../contracts/session.ts';
import { beginLeaving, leaveFor } from '../auth/leave-for.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { isSameSession } from './is-same-session.ts';
import { endSession, resumeSession } from './session-end.ts';

/**
 * Looks who is signed in now. The same person with the same rights goes on where the page stood, with everything read
 * again; for anybody else the page is loaded afresh, and until then nothing of it is seen.
 * @returns false when it cannot be told
 */
export async function comeBack(before: Session, client: QueryClient): Promise<boolean> {
  const now = await callEndpoint(getSession, {}).catch(() => undefined);
  if (!now) return false;
  if (isSameSession(before, now)) {
    void client.invalidateQueries();
    resumeSession();
    return true;
  }
  endSession('ended');
  beginLeaving();
  // An address may tell what the person before was looking for.
  if (before.person.id === now.person.id) window.location.reload();
  else leaveFor('/overview');
  return true;
}
