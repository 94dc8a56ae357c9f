'use client';
import { useId, useRef } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Notice } from '@/components/ui/notice';
import { Switch } from '@/components/ui/switch';
import { textOfSpendingPermission, whatUnlocks } from '@/lib/catalogues/spending-permissions';
import { useUpdateSpendingPermissions } from '@/lib/client/cards/mutations';
import type { Card, CardPath } from '@/lib/contracts/cards';
import type { SpendingPermission } from '@/lib/contracts/spending-permissions';
import { Changed } from './changed';
import { SpendingPermissionIcon } from './spending-permission-icon';
import { isKnownType } from './spending-permission-list';

interface RowProps {
  path: CardPath;
  card: Card;
  permission: SpendingPermission;
  /** What was asked for, where nobody knows yet whether it was done. */
  asked: boolean | undefined;
  notNow: string | undefined;
}

/** Saves at once. While the answer is awaited it shows what was asked for; refused, it stands as before and says why beneath. */
export function SpendingPermissionRow({ path, card, permission, asked, notNow }: RowProps) {
  const { type, isEnabled, isLocked } = permission;
  const id = useId();
  const isSending = useRef(false);
  const { mutateAsync, isPending, error, variables } = useUpdateSpendingPermissions(path);
  const wanted = variables?.body.permissions[0]?.isEnabled;
  const { name, covers } = textOfSpendingPermission(type);
  const isKnown = isKnownType(type);
  // Between the lost answer and the next reading only this call knows that nothing is known.
  const lost = error?.problem.certain === 'unknown' && wanted !== isEnabled ? wanted : undefined;
  const unknown = isPending ? undefined : (asked ?? lost);
  const isRefused = error !== null && error.problem.certain !== 'unknown' && !isPending;

  const change = async (next: boolean) => {
    if (isSending.current || !isKnown) return;
    isSending.current = true;
    const body = { permissions: [{ type, isEnabled: next }] };
    await mutateAsync({ body, idempotencyKey: crypto.randomUUID() }).catch(() => undefined);
    isSending.current = false;
  };

  return (
    <Changed value={String(isEnabled)} className="border-t border-line-soft">
      <div className="grid min-h-[50px] grid-cols-[20px_minmax(0,1fr)_auto] items-start gap-x-2 py-[7px]">
        <SpendingPermissionIcon type={type} />
        <div>
          <h3 id={id}>{name}</h3>
          <p id={`${id}-covers`} className="text-meta text-ink-3">
            {isPending
              ? 'Saving'
              : isLocked
                ? whatUnlocks(card.unlockSpendingPermissions, card.status.value)
                : covers}
          </p>
        </div>
        <Switch
          className="-mr-1.5"
          checked={isPending && wanted !== undefined ? wanted : isEnabled}
          onChange={(next) => void change(next)}
          labelledBy={id}
          describedBy={`${id}-covers`}
          saving={isPending}
          locked={isLocked}
          unknown={unknown !== undefined}
          notNow={notNow ?? (isKnown ? undefined : 'The console does not know this one and leaves it alone')}
        />
      </div>
      {unknown !== undefined && (
        <Notice
          className="mb-2"
          tone="warn"
          title={`We do not know yet whether ${name} was switched ${unknown ? 'on' : 'off'}.`}
        >
          Do not try again: the console asks Wise itself and shows the answer here.
        </Notice>
      )}
      {isRefused && (
        <ErrorState
          className="mb-2"
          error={error}
          title={`Not switched ${wanted ? 'on' : 'off'}. Nothing has changed.`}
        />
      )}
    </Changed>
  );
}
