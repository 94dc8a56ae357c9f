'use client';
import { useRef, useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox } from '@/components/ui/field';
import { textOfSpendingPermission, whatUnlocks } from '@/lib/catalogues/spending-permissions';
import { asApiError } from '@/lib/client/api-error';
import { useUpdateSpendingPermissions } from '@/lib/client/cards/mutations';
import { useIntentKey } from '@/lib/client/intent-key';
import type { Card, CardPath } from '@/lib/contracts/cards';
import type { SpendingPermission } from '@/lib/contracts/spending-permissions';
import { countOf } from '@/lib/format/counts';
import { isKnownType } from './spending-permission-list';

interface SeveralDialogProps {
  path: CardPath;
  card: Card;
  permissions: SpendingPermission[];
  onClose: () => void;
}

/** Several switches in one call: Wise changes all of them or none. */
export function SeveralDialog({ path, card, permissions, onClose }: SeveralDialogProps) {
  const [wanted, setWanted] = useState<Record<string, boolean>>({});
  const update = useUpdateSpendingPermissions(path);
  const keyOf = useIntentKey();
  const attempt = useRef(0);
  const isSending = useRef(false);
  const isUnknown = update.error?.problem.certain === 'unknown';
  const changes = permissions.flatMap(({ type, isEnabled, isLocked }) => {
    const next = wanted[type];
    if (next === undefined || next === isEnabled || isLocked || !isKnownType(type)) return [];
    return [{ type, isEnabled: next }];
  });

  const send = async () => {
    if (isSending.current || changes.length === 0) return;
    isSending.current = true;
    const body = { permissions: changes };
    try {
      await update.mutateAsync({ body, idempotencyKey: keyOf({ body, attempt: attempt.current }) });
      onClose();
    } catch (thrown) {
      const { code, problem } = asApiError(thrown);
      // A refusal is an answer: pressing again is a new intent. What still runs or is unknown keeps its key.
      if (problem.certain === 'nothing' && code !== 'in_progress') attempt.current += 1;
    } finally {
      isSending.current = false;
    }
  };

  return (
    <Dialog
      title="Which payments may this card make?"
      description="Sent together: Wise changes all of them or none."
      onSubmit={isUnknown ? undefined : () => void send()}
      onClose={onClose}
      busy={update.isPending}
      footer={
        isUnknown ? (
          <Button ref={(button) => button?.focus()} onClick={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={onClose} busy={update.isPending}>
              Leave them as they are
            </Button>
            <Button
              type="submit"
              variant="primary"
              busy={update.isPending}
              {...(changes.length === 0 ? { notNow: 'Nothing is changed yet.' } : {})}
            >
              {update.isPending
                ? 'Saving'
                : changes.length === 0
                  ? 'Save'
                  : `Save ${countOf(changes.length, 'change')}`}
            </Button>
          </>
        )
      }
    >
      {!isUnknown && (
        <ul className="grid gap-2.5">
          {permissions.map(({ type, isEnabled, isLocked }) => {
            const { name, covers } = textOfSpendingPermission(type);
            const next = wanted[type] ?? isEnabled;
            const isBarred = isLocked || !isKnownType(type);
            const hint = isLocked
              ? `Locked. ${whatUnlocks(card.unlockSpendingPermissions, card.status.value)}`
              : isKnownType(type)
                ? covers
                : 'The console does not know this one and leaves it alone';
            return (
              <li key={type} className="flex items-start gap-3">
                <Checkbox
                  className="flex-1 has-disabled:cursor-not-allowed has-disabled:text-ink-2"
                  label={name}
                  hint={hint}
                  checked={next}
                  disabled={isBarred}
                  onChange={(event) => setWanted({ ...wanted, [type]: event.target.checked })}
                />
                {next !== isEnabled && (
                  <span className="text-meta leading-5 font-control text-ink-2">
                    {isEnabled ? 'On → off' : 'Off → on'}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {update.error && (
        <ErrorState
          error={update.error}
          title={
            isUnknown
              ? 'We do not know yet whether they were switched.'
              : 'Not switched. Nothing has changed.'
          }
        />
      )}
    </Dialog>
  );
}
