'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { leaveFor } from '@/lib/client/auth/leave-for';
import {
  emptyGrant,
  faultsOfGrant,
  type GrantDraft,
  toConnectBody,
} from '@/lib/client/connections/grant-draft';
import { useConnect } from '@/lib/client/connections/mutations';
import { useIntentKey } from '@/lib/client/intent-key';
import type { Connection } from '@/lib/contracts/connections';
import { ConnectFields } from './connect-fields';
import { ownerOf } from './connection-words';
import { type ConnectionResult, resultOfConnecting } from './results';

interface ConnectDialogProps {
  /** Whose connection is made again; another Wise user is refused then. */
  reconnects: Connection | undefined;
  onClose: () => void;
  onDone: (result: ConnectionResult) => void;
}

export function ConnectDialog({ reconnects, onClose, onDone }: ConnectDialogProps) {
  const connecting = useConnect();
  const [draft, setDraft] = useState<GrantDraft>(emptyGrant);
  const [isTried, setTried] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const keyOf = useIntentKey();
  const faults = isTried ? faultsOfGrant(draft) : {};
  const isBusy = connecting.isPending || isLeaving;
  const toWise = draft.method === 'authorization_code';
  const send = () => {
    setTried(true);
    if (isBusy || Object.keys(faultsOfGrant(draft)).length > 0) return;
    const body = toConnectBody(draft, reconnects?.id);
    connecting.mutate(
      { body, idempotencyKey: keyOf({ body, failures: connecting.failureCount }) },
      {
        onSuccess: ({ authorizeUrl, connection }) => {
          if (connection) return onDone(resultOfConnecting(connection));
          if (authorizeUrl === null) return;
          setLeaving(true);
          leaveFor(authorizeUrl);
        },
      },
    );
  };
  return (
    <Dialog
      width="wide"
      title={reconnects ? `Reconnect ${ownerOf(reconnects)}` : 'Connect a Wise user'}
      description={
        <p>
          {reconnects
            ? 'The same Wise user gives access again. Another one is refused, and nothing of theirs is kept.'
            : 'The console then reads and changes what this user’s profiles allow. Who is connected already is connected anew.'}
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={isBusy}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={isBusy}>
            {isLeaving
              ? 'Going to Wise'
              : connecting.isPending
                ? 'Asking Wise'
                : toWise
                  ? 'Go to Wise'
                  : reconnects
                    ? 'Reconnect'
                    : 'Connect'}
          </Button>
        </>
      }
    >
      <ConnectFields
        draft={draft}
        faults={faults}
        onChange={(next) => {
          setDraft(next);
          if (next.method !== draft.method) setTried(false);
          if (connecting.error) connecting.reset();
        }}
      />
      {connecting.error && <ErrorState error={connecting.error} />}
    </Dialog>
  );
}
