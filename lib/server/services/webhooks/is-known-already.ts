import 'server-only';

/** A thing's time of change and the time of the event about it need not be the same to the millisecond, or to the second. */
const sameMomentMs = 2000;

/**
 * Whether Wise need not be asked: what was read or done here, and stored with Wise's answer, has seen what the event tells.
 */
export function isKnownAlready(
  known: { status: string; modificationTime: string } | undefined,
  told: { status: string; occurredAt: Date },
): boolean {
  if (!known) return false;
  const aheadMs = Date.parse(known.modificationTime) - told.occurredAt.getTime();
  return known.status === told.status ? aheadMs + sameMomentMs >= 0 : aheadMs > sameMomentMs;
}
