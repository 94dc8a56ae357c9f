'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useDisconnect } from '@/lib/client/connections/mutations';
import type { Connection } from '@/lib/contracts/connections';
import { ownerOf, wordsOfReach } from './connection-words';
import { type ConnectionResult, resultOfDisconnecting } from './results';

interface DisconnectDialogProps {
  connection: Connection;
  onClose: () => void;
  onDone: (result: ConnectionResult) => void;
}

const shortest = 3;

export function DisconnectDialog({ connection, onClose, onDone }: DisconnectDialogProps) {
  const end = useDisconnect(connection.id);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = reason.trim().length < shortest;
  const send = () => {
    setTried(true);
    if (isMissing) return;
    end.mutate({ reason: reason.trim() }, { onSuccess: (ended) => onDone(resultOfDisconnecting(ended)) });
  };
  return (
    <Dialog
      title={`Disconnect ${ownerOf(connection)}?`}
      description={
        <p>
          The console can no longer read or change {wordsOfReach(connection.profiles)}. What was last read
          stays to see. The tokens are erased here; at Wise the permission stands until its owner withdraws
          it. Connect again to undo.
        </p>
      }
      onSubmit={send}
      onClose={onClose}
      busy={end.isPending}
      footer={
        <>
          <Button onClick={onClose}>Keep it connected</Button>
          <Button type="submit" variant="dangerFill" busy={end.isPending}>
            {end.isPending ? 'Disconnecting' : 'Disconnect'}
          </Button>
        </>
      }
    >
      <TextField
        label="Reason, kept in the audit trail"
        error={isTried && isMissing ? 'Say why, in three letters or more.' : undefined}
        name="reason"
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      {end.error && <ErrorState error={end.error} />}
    </Dialog>
  );
}
