'use client';
import type { Connection, ConnectionDetails } from '@/lib/contracts/connections';
import { ConnectDialog } from './connect-dialog';
import { DetailsDialog } from './details-dialog';
import { DisconnectDialog } from './disconnect-dialog';
import type { ConnectionResult } from './results';
import { TryPaymentDialog } from './try-payment-dialog';

export type OpenConnectionDialog =
  | { kind: 'connect'; reconnects?: Connection }
  | { kind: 'details' | 'disconnect'; connection: Connection }
  | { kind: 'try-payment'; connection: Connection; profile: ConnectionDetails['profileList'][number] };

interface ConnectionDialogProps {
  open: OpenConnectionDialog;
  onOpen: (next: OpenConnectionDialog) => void;
  onClose: () => void;
  onDone: (result: ConnectionResult) => void;
  mayWrite: boolean;
}

export function ConnectionDialog({ open, onOpen, onClose, onDone, mayWrite }: ConnectionDialogProps) {
  switch (open.kind) {
    case 'connect':
      return <ConnectDialog reconnects={open.reconnects} onClose={onClose} onDone={onDone} />;
    case 'details':
      return (
        <DetailsDialog
          connection={open.connection}
          onClose={onClose}
          onReconnect={mayWrite ? () => onOpen({ kind: 'connect', reconnects: open.connection }) : undefined}
          onTryPayment={
            mayWrite
              ? (profile) => onOpen({ kind: 'try-payment', connection: open.connection, profile })
              : undefined
          }
        />
      );
    case 'try-payment':
      return (
        <TryPaymentDialog
          connectionId={open.connection.id}
          profile={open.profile}
          onClose={() => onOpen({ kind: 'details', connection: open.connection })}
        />
      );
    case 'disconnect':
      return <DisconnectDialog connection={open.connection} onClose={onClose} onDone={onDone} />;
  }
}
