'use client';
import { type ReactNode, useId } from 'react';
import { Notice } from '@/components/ui/notice';
import { Switch } from '@/components/ui/switch';
import { textOfSpendingPermission, whatUnlocks } from '@/lib/catalogues/spending-permissions';
import type { Card, CardPath } from '@/lib/contracts/cards';
import type { SpendingPermission } from '@/lib/contracts/spending-permissions';
import { Changed } from './changed';
import { SpendingPermissionIcon } from './spending-permission-icon';
import { isKnownType } from './spending-permission-list';
import { useSwitch } from './use-switch';

interface RowProps {
  path: CardPath;
  card: Card;
  permission: SpendingPermission;
  /** What was asked for, where nobody knows yet whether it was done. */
  asked: boolean | undefined;
  notNow: string | undefined;
}

const wordOf = (isOn: boolean) => (isOn ? 'on' : 'off');

/** Name, what it covers, the switch; beneath it what did not go as asked. */
export function SpendingPermissionRow({ path, card, permission, asked, notNow }: RowProps) {
  const { type, isEnabled, isLocked } = permission;
  const id = useId();
  const { change, isPending, isOn, unknown, notDone, refusal } = useSwitch(path, permission, asked);
  const { name, covers } = textOfSpendingPermission(type);
  const opens = whatUnlocks(card.unlockSpendingPermissions, card.status.value);
  let notice: ReactNode;
  if (unknown !== undefined) {
    notice = (
      <Notice
        tone="warn"
        title={`We do not know yet whether “${name}” was switched ${wordOf(unknown)}.`}
        className="mb-2"
      >
        Do not try again: the console asks Wise itself and shows the answer here.
      </Notice>
    );
  } else if (refusal) {
    const { problem, code, requestId } = refusal.error;
    notice = (
      <Notice
        tone="bad"
        title={`Not switched ${wordOf(refusal.wanted)}. Nothing has changed.`}
        className="mb-2"
      >
        {problem.detail} {code === 'spending_permission_locked' ? opens : problem.advice}{' '}
        {requestId !== undefined && <span className="code text-ink-3">req {requestId}</span>}
      </Notice>
    );
  } else if (notDone !== undefined) {
    notice = (
      <Notice tone="busy" title={`Wise has answered: not switched ${wordOf(notDone)}.`} className="mb-2">
        Nothing has changed. You can switch it again.
      </Notice>
    );
  }

  return (
    <Changed value={String(isEnabled)} className="border-t border-line-soft">
      <div className="grid min-h-[50px] grid-cols-[20px_minmax(0,1fr)_auto] items-start gap-x-2 py-[7px]">
        <SpendingPermissionIcon type={type} />
        <div>
          <h3 id={id}>{name}</h3>
          <p id={`${id}-covers`} className="text-meta text-ink-3">
            {isPending ? 'Saving' : isLocked ? opens : covers}
          </p>
        </div>
        <Switch
          className="-mr-1.5"
          checked={isOn}
          onChange={(next) => void change(next)}
          labelledBy={id}
          describedBy={`${id}-covers`}
          saving={isPending}
          locked={isLocked}
          unknown={unknown !== undefined}
          notNow={
            notNow ??
            (isKnownType(type) ? undefined : 'The console does not know this one and leaves it alone')
          }
        />
      </div>
      {notice}
    </Changed>
  );
}
