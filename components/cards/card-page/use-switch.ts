'use client';
import { useRef, useState } from 'react';
import { asApiError } from '@/lib/client/api-error';
import { useUpdateSpendingPermissions } from '@/lib/client/cards/mutations';
import { useCardHistory } from '@/lib/client/cards/queries';
import type { CardPath } from '@/lib/contracts/cards';
import type { SpendingPermission } from '@/lib/contracts/spending-permissions';
import { isKnownType, lastChangeOf } from './spending-permission-list';
import { useCardEvents } from './use-card-events';

/**
 * One switch that saves at once.
 * @param asked what the history says was asked for without an answer
 */
export function useSwitch(
  path: CardPath,
  { type, isEnabled }: SpendingPermission,
  asked: boolean | undefined,
) {
  const { mutateAsync, isPending, error, variables } = useUpdateSpendingPermissions(path);
  const historyReadAt = useCardHistory(path).dataUpdatedAt;
  const isRunning = lastChangeOf(useCardEvents(path), type)?.outcome === 'running';
  const isSending = useRef(false);
  const [lostAt, setLostAt] = useState<number>();
  const [lastUnknown, setLastUnknown] = useState<boolean>();

  const wanted = variables?.body.permissions[0]?.isEnabled;
  // Between the lost answer and the next reading of the history only this call knows that nothing is known.
  const isLost = lostAt !== undefined && (historyReadAt <= lostAt || isRunning);
  const lost = isLost && wanted !== isEnabled ? wanted : undefined;
  const unknown = isPending ? undefined : (asked ?? lost);
  if (unknown !== undefined && unknown !== lastUnknown) setLastUnknown(unknown);

  const change = async (next: boolean) => {
    if (isSending.current || !isKnownType(type)) return;
    isSending.current = true;
    setLostAt(undefined);
    setLastUnknown(undefined);
    try {
      await mutateAsync({
        body: { permissions: [{ type, isEnabled: next }] },
        idempotencyKey: crypto.randomUUID(),
      });
    } catch (thrown) {
      if (asApiError(thrown).problem.certain === 'unknown') setLostAt(Date.now());
    } finally {
      isSending.current = false;
    }
  };

  return {
    change,
    isPending,
    /** While the answer is awaited it shows what was asked for; refused, it stands as before. */
    isOn: isPending && wanted !== undefined ? wanted : isEnabled,
    unknown,
    /** It was unknown, and Wise has said since that it was not done. */
    notDone: unknown === undefined && !isPending && lastUnknown !== isEnabled ? lastUnknown : undefined,
    refusal:
      error && error.problem.certain === 'nothing' && !isPending && wanted !== undefined
        ? { error, wanted }
        : undefined,
  };
}
