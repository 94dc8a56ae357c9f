import { beginLeaving, leaveFor } from './leave-for.ts';

/** Leaves for the sign-in page; signing in comes back here. */
export function goToSignIn(why?: 'idle' | 'ended') {
  if (window.location.pathname === '/sign-in' || !beginLeaving()) return;
  const search = new URLSearchParams({ callbackUrl: window.location.pathname + window.location.search });
  if (why) search.set('why', why);
  leaveFor(`/sign-in?${search}`);
}
