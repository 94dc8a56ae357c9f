import type { Session } from '../../contracts/session.ts';

/** The same person with the same rights: only when it ends may differ. */
export function isSameSession(before: Session, now: Session): boolean {
  const text = ({ expiresAt: _, ...rest }: Session) => JSON.stringify(rest);
  return text(before) === text(now);
}
