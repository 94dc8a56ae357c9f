'use client';
import type { Connection } from '@/lib/contracts/connections';
import { ConnectDialog } from './connect-dialog';
import { DetailsDialog } from './details-dialog';
import { DisconnectDialog } from './disconnect-dialog';
import type { ConnectionResult } from './results';

export type OpenConnectionDialog =
  | { kind: 'connect'; reconnects?: Connection }
  | { kind: 'details' | 'disconnect'; connection: Connection };

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
        />
      );
    case 'disconnect':
      return <DisconnectDialog connection={open.connection} onClose={onClose} onDone={onDone} />;
  }
}
