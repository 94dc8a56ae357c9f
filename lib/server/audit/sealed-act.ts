import 'server-only';
import type { AuditEntry } from './audit-trail.ts';

/** What stands in the trail for an act that compliance alone may know of. */
export const sealedAction = 'withheld';

/**
 * An entry whose act, target and details lie sealed beside the chain: the chain holds, and nobody who reads or exports it
 * can tell what was done, to what, or with which result.
 * @param requestId joins intent and outcome, and names the key under which both are sealed
 */
export function sealAct(requestId: string, entry: AuditEntry): AuditEntry {
  const { action, details, errorCode, outcome, target, texts } = entry;
  const { actor, intentSequence, phase } = entry;
  return {
    phase,
    action: sealedAction,
    actor,
    target: { type: sealedAction, id: requestId },
    requestId,
    details: {},
    texts: { ...texts, act: JSON.stringify({ action, target, details, outcome, errorCode }) },
    ...(intentSequence !== undefined && { intentSequence }),
  };
}
