import type { Session } from '../../contracts/session.ts';

/** The same person with the same rights: only when it ends, and whether it was confirmed, may differ. */
export function isSameSession(before: Session, now: Session): boolean {
  const text = ({ expiresAt: _, confirmedUntil: __, ...rest }: Session) => JSON.stringify(rest);
  return text(before) === text(now);
}
