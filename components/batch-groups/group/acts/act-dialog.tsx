'use client';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { PaymentDialog } from '../payment/payment-dialog';
import { CloseGroupDialog } from './close-group-dialog';
import { DiscardDialog } from './discard-dialog';
import { RenameDialog } from './rename-dialog';
import { SendDialog } from './send-dialog';

export type OpenAct = 'add-payment' | 'send' | 'close' | 'discard' | 'rename';

export interface ActDialogProps {
  group: BatchGroupDetail;
  path: BatchGroupPath;
  onClose: () => void;
}

export function ActDialog({ act, ...props }: ActDialogProps & { act: OpenAct }) {
  switch (act) {
    case 'add-payment':
      return <PaymentDialog {...props} />;
    case 'send':
      return <SendDialog {...props} />;
    case 'close':
      return <CloseGroupDialog {...props} />;
    case 'discard':
      return <DiscardDialog {...props} />;
    case 'rename':
      return <RenameDialog {...props} />;
  }
}
