'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { useSpendingPermissions } from '@/lib/client/cards/queries';
import { useCan } from '@/lib/client/session/session-provider';
import type { Card, CardPath } from '@/lib/contracts/cards';
import { PendingLines } from './page-states';
import { effectOfStatus, findUnknownSwitches, inOrder, isKnownType } from './spending-permission-list';
import { SpendingPermissionRow } from './spending-permission-row';
import { useCardEvents } from './use-card-events';

const SeveralDialog = dynamic(() => import('./several-dialog').then((module) => module.SeveralDialog), {
  ssr: false,
});

export function SpendingPermissionsPanel({ path, card }: { path: CardPath; card: Card }) {
  const { data, error, refetch, isFetching } = useSpendingPermissions(path);
  const events = useCardEvents(path);
  const mayWrite = useCan('spending-permissions.write');
  const [isChanging, setChanging] = useState(false);
  const permissions = inOrder(data?.permissions ?? []);
  const unknown = findUnknownSwitches(events, permissions);
  const isLocked = permissions.some((permission) => permission.isLocked);
  const canChangeSeveral =
    mayWrite && permissions.filter((one) => !one.isLocked && isKnownType(one.type)).length > 1;

  return (
    <Section
      id="spending-permissions"
      title="Spending permissions"
      end={
        <>
          <span className="max-narrow:hidden">
            {mayWrite ? effectOfStatus(card.status.value) : 'Your role does not include changing them'}
          </span>
          {canChangeSeveral && (
            <Button variant="quiet" size="xs" onClick={() => setChanging(true)}>
              Change several…
            </Button>
          )}
        </>
      }
    >
      {error && (
        <ErrorState
          className="mb-2"
          error={error}
          title={
            data
              ? 'The spending permissions could not be read again.'
              : 'The spending permissions could not be read.'
          }
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {!mayWrite && (
        <p className="mb-1 text-meta text-ink-3 narrow:hidden">Your role does not include changing them.</p>
      )}
      {!data && !error && <PendingLines />}
      {data && permissions.length === 0 && (
        <p className="text-ink-2">Wise tells of no spending permissions for this card.</p>
      )}
      <div
        data-spending-permissions
        className="grid grid-cols-2 gap-x-8 max-narrow:grid-cols-1 [&>*:first-child]:border-t-0 narrow:[&>*:nth-child(2)]:border-t-0"
      >
        {permissions.map((permission) => (
          <SpendingPermissionRow
            key={permission.type}
            {...{ path, card, permission }}
            asked={unknown.get(permission.type)}
            notNow={mayWrite ? undefined : 'Your role does not include it'}
          />
        ))}
      </div>
      {isLocked && (
        <p className="mt-1 text-meta text-ink-3">
          Wise gives no reason for a lock. What opens it is read from the card’s own settings.
        </p>
      )}
      {isChanging && (
        <SeveralDialog path={path} card={card} permissions={permissions} onClose={() => setChanging(false)} />
      )}
    </Section>
  );
}
